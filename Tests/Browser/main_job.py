"""The main job: a citizen registers, files and follows; the one-stop desk works the case."""
from people import DESK, begins, comes_to, files, official, registers


def main_job(stage):
    """From the search to the reception."""
    email = f"nguoi-nop-{stage.mark}@mau.example"
    visitor = stage.visitor("the applicant")
    visitor.opens("/").keeps("home")
    visitor.fills("q", "ban sao giay khai sinh").clicks(visitor.page.locator("main form button").first)
    visitor.sees("Trích lục").keeps("search")
    visitor.opens("/thu-tuc/2.000635").sees("trực tuyến").keeps("procedure")
    registers(visitor, email)
    begins(visitor, "ban-sao-trich-luc-ho-tich")
    comes_to(visitor, "/kiem-tra").keeps("check")
    dossier = files(visitor)
    visitor.keeps("receipt")

    desk = official(stage, DESK, "the one-stop desk")
    desk.opens("/ban-lam-viec").keeps("inbox")
    desk.opens(f"/ban-lam-viec/ho-so/{dossier}").keeps("case")
    desk.presses("Tiếp nhận")
    visitor.opens(f"/ho-so/{dossier}").sees("tiếp nhận").keeps("follow")
    stage.site.mail(email, "H99.")
    visitor.opens("/ho-so").opens("/thong-bao").opens("/ho-so-cua-toi/truy-cap").sees("mẫu")
