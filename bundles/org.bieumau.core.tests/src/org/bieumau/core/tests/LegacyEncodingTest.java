/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.bieumau.core.text.LegacyEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines in TCVN3 and VNI are how such fonts were used; the Unicode text is what they showed. */
class LegacyEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TCVN3 | Céng hßa x· héi chñ nghÜa viÖt nam | Cộng hòa xã hội chủ nghĩa việt nam",
                "TCVN3 | §éc lËp - Tù do - H¹nh phóc | Độc lập - Tự do - Hạnh phúc",
                "TCVN3 | Uû ban nh©n d©n | Uỷ ban nhân dân",
                "TCVN3 | tr­ëng phßng, ng­êi ký: NguyÔn ThÞ H­¬ng | trưởng phòng, người ký: Nguyễn Thị Hương",
                "TCVN3 | b¶o ®¶m quyÒn lîi, ¨n uèng, »ng | bảo đảm quyền lợi, ăn uống, ằng",
                "VNI | Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam | Cộng hòa xã hội chủ nghĩa Việt Nam",
                "VNI | Ñoäc laäp - Töï do - Haïnh phuùc | Độc lập - Tự do - Hạnh phúc",
                "VNI | UÛY BAN NHAÂN DAÂN TÆNH QUAÛNG NGAÕI | ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI",
                "VNI | nguôøi ñöôïc thöôûng 5 trieäu ñoàng, naêm tröôùc | nguời được thưởng 5 triệu đồng, năm trước",
                "VNI | thuyû lôïi, kyõ thuaät, Myõ, hay lyù do | thuỷ lợi, kỹ thuật, Mỹ, hay lý do"
            })
    void legacyTextIsRecognisedAndDecoded(LegacyEncoding encoding, String text, String decoded) {
        assertEquals(Optional.of(encoding), LegacyEncoding.of(text));
        assertEquals(decoded, encoding.decode(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cộng hòa xã hội chủ nghĩa Việt Nam",
                "cà phê, tôi là ai, xã hội, hôm nay, Hà Nam, Thanh Hóa",
                "Ủy ban nhân dân «xã» – 25 °C ± 3 §, 10 µm",
                "São Paulo, Curaçao, Côte d’Ivoire, Réunion, Genève",
                "Müller, Citroën, Noël, naïve, señor, Straße, Ålesund",
                "Ê Đê, Xơ Đăng, Hrê, Cor",
                "Kế hoạch số 12/KH-UBND"
            })
    void otherTextIsNotTakenForLegacyText(String text) {
        assertEquals(Optional.empty(), LegacyEncoding.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".VnTime | Céng hßa | Cộng hòa",
                ".VnTimeH | Céng hßa x· héi | CỘNG HÒA XÃ HỘI",
                ".VnArialH | ban | BAN",
                "VNI-Times | Coäng hoøa | Cộng hòa",
                "Times New Roman | Céng hßa | Céng hßa",
                ".VnTime | Cộng hòa | Cộng hòa",
                ".VnTimeH | Uỷ ban | Uỷ ban",
                ".VnTime | 12/KH-UBND | 12/KH-UBND",
            })
    void textIsDecodedByItsFont(String font, String text, String decoded) {
        assertEquals(decoded, LegacyEncoding.decode(text, font));
    }

    /** The time for a very long word once grew with the square of its length. */
    @Test
    void endlessWordIsInNoEncoding() {
        assertEquals(Optional.empty(), LegacyEncoding.of("tªn " + "a".repeat(5_000_000)));
    }
}
