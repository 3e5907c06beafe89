import Kernel
import Testing

@Suite struct VehiclePlateTests {
    @Test(arguments: [
        ("30A-123.45", "30A-123.45"), ("30a 12345", "30A-123.45"), ("51 F 1234", "51F-1234"), ("51F1234", "51F-1234"),
        ("29x1 123.45", "29X1-123.45"), ("29X112345", "29X1-123.45"),
        ("29AA-123.45", "29AA-123.45"), ("29aa12345", "29AA-123.45"), ("59MĐ1 12345", "59MĐ1-123.45"),
        ("29X1-4567", "29X1-4567"), ("29-x1 4567", "29X1-4567"), ("29X1.4567", "29X1-4567"),
        ("29X-145.67", "29X-145.67"), ("29X145.67", "29X-145.67"), ("30A01234", "30A-012.34"),
    ])
    func `a plate is written one way, divided as it was typed`(typed: String, text: String) {
        #expect(VehiclePlate(typed)?.text == text)
        #expect(VehiclePlate(text)?.text == text)
    }

    @Test func `what may be the plate of two vehicles is taken for neither`() {
        #expect(VehiclePlate("29X14567") == nil)
        #expect(VehiclePlate.readings("29X14567").map(\.text) == ["29X-145.67", "29X1-4567"])
    }

    @Test(arguments: [
        "", "30", "30A", "00A-123.45", "10A-123.45", "A30-12345", "30ABC-12345", "30A-1234567", "30Q-123.45",
        "30A1-234",
    ])
    func `what is no plate is refused`(typed: String) { #expect(VehiclePlate.readings(typed).isEmpty) }
}
