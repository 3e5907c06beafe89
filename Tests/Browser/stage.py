"""Where a journey is played: a site, a browser, a width; and the people who come."""
from visitor import Visitor


class Stage:
    def __init__(self, browser, site, name, width=1280, scripts=True, pictures=None):
        self.browser = browser
        self.site = site
        # What tells this journey's people from those of another on the same site.
        self.name = name
        self.width = width
        self.scripts = scripts
        self.pictures = pictures
        self.people = []

    def visitor(self, name, cookies=None, width=None):
        one = Visitor(
            self.browser, self.site, name, width or self.width, self.scripts, self.pictures, cookies=cookies)
        self.people.append(one)
        return one

    def clears(self):
        for one in self.people:
            one.leaves()
        self.people = []
