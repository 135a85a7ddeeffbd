/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bieumau.core.internal.spelling.SpellingText;
import org.bieumau.core.internal.text.VietnameseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTextTest {

    private static final Path REPOSITORY = Path.of("../..");

    private static final String LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy";

    private static List<SpellingText.Found> found(String text) {
        var found = new ArrayList<SpellingText.Found>();
        new SpellingText().find(text, found::add);
        return found;
    }

    private static List<String> words(String text) {
        return found(text).stream()
                .map(each -> text.substring(each.start(), each.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "nghành, ngành",
        "nghiành, ngành",
        "kết qủa, quả",
        "giừơ, giờ",
        "khỏang, khoảng",
        "tòan bộ, toàn",
        "nhửng, ''",
        "gía trị, giá",
        "chi tiêt, tiết",
        "trươc đây, trước",
        "kế họach, hoạch",
        "vaưn bản, văn",
        "dđược, được",
        "đượcc, được",
        "nhaajn hồ sơ, nhận",
        "dduwowcj, được",
        "nhiệmvụ, nhiệm vụ",
        "hcấp, chấp",
        "Nghành giáo dục, Ngành",
        "Gửi báo cáo. Kết qủa tốt, quả",
        "nguời dân, người",
        "gía gỗ, giá",
        "kính gưỉ, gửi",
        "thuờng xuyên, thường",
        "quyêt định, quyết",
        "cuả, của",
        "ghạch, gạch",
        "cế hoạch, kế",
        "kuan trọng, ''"
    })
    void misspeltWordsHaveCorrections(String text, String right) {
        if (right.isEmpty()) {
            // A word that exists by its sounds, or one that may be foreign.
            assertEquals(List.of(), words(text));
        } else {
            assertEquals(1, found(text).size(), text);
            assertTrue(
                    found(text).getFirst().corrections().contains(right),
                    () -> found(text).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "khuyến khích, thủy lợi, thuỷ lợi, hòa bình, hoà bình, thũy, khuỷu tay, ngoằn ngoèo, quý, quí, gì, giếng, giặt",
                "xoong nồi, moóc, voan, xe buýt, phuy xăng, gỗ pơ mu, thuở, huơ tay, quở trách, quỵt, huýt sáo, oái oăm",
                "tại Đắk Lắk, Pleiku, Krông Pắc, Ea H'leo, dân tộc Xtiêng và Mnông, người Cơ Tu; Bắc Kạn",
                "UBND tỉnh, QĐ-TTg, số 12/QĐ-UBND, NĐ-CP, PGĐ, sđt, đ/c, tđ, v.v., TP.HCM, hđộng",
                "gửi email về a.bình@x.gov.vn, https://ngành.vn/qủa, www.qủa.vn, tệp báo_cáo_qủa.docx",
                "ki-lô-mét, xăng-ti-mét, bêtông, môtô, axít, prôtêin, nitơ, crôm, vônfram, glucôzơ, rơmoóc, ôxy",
                "marketing, file, show, website, see, box, boots, major, café, résumé của file à la carte",
                "gọi là “nghành” hay «kết qủa» hoặc \"giừơ\"",
                "ông Nguyễn Văn Qúy, bà Đặng Thị Thúy Hoà",
                "Đắk Lắk là tỉnh, Krông Ana là huyện",
                "KẾT QUẢ THỰC HIỆN NĂM 2023",
                "a) b) đ) I. II. 1.2. m² 5kg",
                "ngh\uFFFCiệp, ngh\u00ADiệp",
                "à, ừ, ạ, ơi, ỉu xìu, yếu, yêu, y tế, hy vọng, ý kiến, ủy, uỷ"
            })
    void rightWordsAndNamesAreLeftAlone(String text) {
        assertEquals(List.of(), words(text));
    }

    @Test
    void onlyTheToneMarkIsMoved() {
        assertTrue(found("kết qủa").getFirst().tone());
        assertEquals(List.of("quả"), found("kết qủa").getFirst().corrections());
        assertFalse(found("của nghành").getFirst().tone());
    }

    /** The documentation in Vietnamese, the messages and the examples have no such words, except the named ones. */
    @Test
    void textsOfThisRepositoryHaveNoMisspeltWords() throws IOException {
        var words = new TreeSet<String>();
        var wrong = new TreeSet<String>();
        var count = 0;
        for (var text : repository()) {
            for (var line : text.lines().toList()) {
                var written = VietnameseText.nfc(line);
                SpellingText.words(written, (start, end) -> words.add(written.substring(start, end)));
                wrong.addAll(words(written));
                count++;
            }
        }
        assertTrue(count > 4_000 && words.size() > 1_500, count + " lines, " + words.size() + " words");
        assertEquals(Set.of("nghành", "qủa"), wrong, "those of studio/source.md, which shows the check");
    }

    private static List<String> repository() throws IOException {
        var texts = new ArrayList<String>();
        for (var folder : List.of("bundles/org.bieumau.doc/vi", "bundles/org.bieumau.examples/examples")) {
            try (var files = Files.walk(REPOSITORY.resolve(folder))) {
                for (var file : files.filter(each -> each.toString().matches(".*\\.(md|bieu)"))
                        .toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        for (var folder : List.of("bundles", "dsl")) {
            try (var files = Files.walk(REPOSITORY.resolve(folder))) {
                for (var file : files.filter(
                                each -> each.toString().contains("/src/") || each.endsWith("plugin.properties"))
                        .filter(each -> each.toString().matches(".*(messages|plugin|help|_vi)\\.properties"))
                        .toList()) {
                    var values = new Properties();
                    try (var in = Files.newBufferedReader(file)) {
                        values.load(in);
                    }
                    values.stringPropertyNames().forEach(key -> texts.add(values.getProperty(key)));
                }
            }
        }
        return texts;
    }

    /** Counts the slips that are found in words of the examples. Many slips make another syllable, and are not. */
    @Test
    void mostSlipsAreFound() throws IOException {
        var words = new TreeSet<String>();
        try (Stream<Path> files = Files.list(REPOSITORY.resolve("bundles/org.bieumau.examples/examples"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".bieu")).toList()) {
                var text = VietnameseText.nfc(Files.readString(file));
                SpellingText.words(text, (start, end) -> words.add(text.substring(start, end)));
            }
        }
        words.removeIf(word -> word.length() < 3
                || !SpellingText.isSyllable(word)
                || word.chars().allMatch(c -> c < 0x80));
        assertTrue(words.size() > 500, words.size() + " words");
        var random = new Random(1);
        assertShare(70, words, word -> swapped(word, random.nextInt(word.length() - 1)));
        assertShare(85, words, word -> {
            var at = random.nextInt(word.length());
            return word.substring(0, at) + word.charAt(at) + word.substring(at);
        });
        assertShare(45, words, word -> {
            var at = random.nextInt(word.length());
            return word.substring(0, at) + LETTERS.charAt(random.nextInt(LETTERS.length())) + word.substring(at + 1);
        });
    }

    private static String swapped(String word, int at) {
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private static void assertShare(int least, Set<String> words, UnaryOperator<String> slip) {
        var all = 0;
        var found = 0;
        for (var word : words) {
            var wrong = slip.apply(word);
            if (!wrong.equals(word)) {
                all++;
                found += words("các " + wrong + " của").isEmpty() ? 0 : 1;
            }
        }
        assertTrue(100 * found >= least * all, found + " of " + all);
    }
}
