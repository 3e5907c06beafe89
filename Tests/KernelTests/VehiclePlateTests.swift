import Kernel
import Testing

@Suite struct VehiclePlateTests {
    @Test(arguments: [
        ("30A-123.45", "30A-123.45"), ("30a12345", "30A-123.45"), ("51 F 1234", "51F-1234"),
        ("29x1 123.45", "29X1-123.45"),
        ("29AA-123.45", "29AA-123.45"), ("59MĐ1 12345", "59MĐ1-123.45"),
    ])
    func `a plate is written one way`(typed: String, text: String) {
        #expect(VehiclePlate(typed)?.text == text)
        #expect(VehiclePlate(text)?.text == text)
    }

    @Test(arguments: [
        "", "30", "30A", "00A-123.45", "10A-123.45", "A30-12345", "30ABC-12345", "30A-1234567", "30Q-123.45",
    ])
    func `what is no plate is refused`(typed: String) { #expect(VehiclePlate(typed) == nil) }
}
