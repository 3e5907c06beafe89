/// Blocks of Unicode as patterns name them, `\p{IsBasicLatin}` (XML Schema 2, F.1.1): those in which officials' texts,
/// names and signs of other countries are written.
enum UnicodeBlocks {
    static let ranges: [String: ClosedRange<UInt32>] = [
        "IsBasicLatin": 0x0000...0x007F, "IsLatin-1Supplement": 0x0080...0x00FF, "IsLatinExtended-A": 0x0100...0x017F,
        "IsLatinExtended-B": 0x0180...0x024F, "IsIPAExtensions": 0x0250...0x02AF,
        "IsSpacingModifierLetters": 0x02B0...0x02FF, "IsCombiningDiacriticalMarks": 0x0300...0x036F,
        "IsGreek": 0x0370...0x03FF, "IsGreekandCoptic": 0x0370...0x03FF, "IsCyrillic": 0x0400...0x04FF,
        "IsArmenian": 0x0530...0x058F, "IsHebrew": 0x0590...0x05FF, "IsArabic": 0x0600...0x06FF,
        "IsDevanagari": 0x0900...0x097F, "IsBengali": 0x0980...0x09FF, "IsTamil": 0x0B80...0x0BFF,
        "IsThai": 0x0E00...0x0E7F, "IsLao": 0x0E80...0x0EFF, "IsTibetan": 0x0F00...0x0FFF,
        "IsMyanmar": 0x1000...0x109F, "IsGeorgian": 0x10A0...0x10FF, "IsHangulJamo": 0x1100...0x11FF,
        "IsKhmer": 0x1780...0x17FF, "IsMongolian": 0x1800...0x18AF, "IsLatinExtendedAdditional": 0x1E00...0x1EFF,
        "IsGreekExtended": 0x1F00...0x1FFF, "IsGeneralPunctuation": 0x2000...0x206F,
        "IsSuperscriptsandSubscripts": 0x2070...0x209F, "IsCurrencySymbols": 0x20A0...0x20CF,
        "IsCombiningMarksforSymbols": 0x20D0...0x20FF, "IsLetterlikeSymbols": 0x2100...0x214F,
        "IsNumberForms": 0x2150...0x218F, "IsArrows": 0x2190...0x21FF, "IsMathematicalOperators": 0x2200...0x22FF,
        "IsMiscellaneousTechnical": 0x2300...0x23FF, "IsEnclosedAlphanumerics": 0x2460...0x24FF,
        "IsBoxDrawing": 0x2500...0x257F, "IsBlockElements": 0x2580...0x259F, "IsGeometricShapes": 0x25A0...0x25FF,
        "IsMiscellaneousSymbols": 0x2600...0x26FF, "IsDingbats": 0x2700...0x27BF,
        "IsCJKSymbolsandPunctuation": 0x3000...0x303F, "IsHiragana": 0x3040...0x309F, "IsKatakana": 0x30A0...0x30FF,
        "IsBopomofo": 0x3100...0x312F, "IsCJKUnifiedIdeographsExtensionA": 0x3400...0x4DB5,
        "IsCJKUnifiedIdeographs": 0x4E00...0x9FFF, "IsYiSyllables": 0xA000...0xA48F,
        "IsHangulSyllables": 0xAC00...0xD7A3, "IsPrivateUse": 0xE000...0xF8FF,
        "IsCJKCompatibilityIdeographs": 0xF900...0xFAFF, "IsAlphabeticPresentationForms": 0xFB00...0xFB4F,
        "IsArabicPresentationForms-A": 0xFB50...0xFDFF, "IsCombiningHalfMarks": 0xFE20...0xFE2F,
        "IsHalfwidthandFullwidthForms": 0xFF00...0xFFEF,
    ]
}
