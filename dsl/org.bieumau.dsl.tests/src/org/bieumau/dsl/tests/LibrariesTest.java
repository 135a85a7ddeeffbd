/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.core.spi.Validator;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Agency;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {

    private static final String MINE = "dùng chung\nbiểu B lập theo mẫu M { đơn vị lập A }\n";
    private static final String COMMON = "thư viện chung\ncơ quan A \"%s\"\nmẫu biểu M { cột a: chữ }\n";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Agency agency(Library library) {
        return ((Form) library.getElements().get(0)).getAgency();
    }

    private static List<String> codes(BieuFile result) {
        return result.problems().stream().map(Problem::code).toList();
    }

    @Test
    void examplesHaveOnlyTheProblemsOfTheirOriginals() throws Exception {
        var expected = Map.of(
                "quangngai-2021-dangky.bieu",
                Set.of("FORM-RULE"),
                "hungyen-2023-kehoach.bieu",
                Set.of("CITATION-REPEATED", "CAPITAL-DOCUMENT"),
                "quangngai-2021-kehoach.bieu",
                Set.of("CITATION-REPEATED", "CITATION-REPLACED"),
                "quangtri-2025-baocao.bieu",
                Set.of("CITATION-REPEATED", "CITATION-REPLACED", "CITATION-ISSUER", "DATE-PADDING", "SPELLING-STYLE"));
        for (var file : Examples.copyTo(folder)) {
            var result = new BieuReader(List.of()).read(file);
            assertEquals(
                    expected.getOrDefault(file.getFileName().toString(), Set.of()),
                    Set.copyOf(codes(result)),
                    file.toString());
            assertFalse(result.hasErrors());
        }
    }

    @Test
    void ownFolderPrecedesLibrariesNamedByTheUser() throws Exception {
        var mine = write("here/mine.bieu", MINE);
        var other = write("there/common.bieu", COMMON.formatted("kia"));
        assertEquals(
                "kia",
                agency(new BieuReader(List.of(other.getParent())).read(mine).library())
                        .getTitle());
        write("here/sub/common.bieu", COMMON.formatted("đây"));
        assertEquals(
                "đây",
                agency(new BieuReader(List.of(other.getParent())).read(mine).library())
                        .getTitle());
    }

    @Test
    void filesOfALibrarySeeEachOther() throws Exception {
        write("a.bieu", "thư viện chung\ncơ quan A \"a\" { trực thuộc B }\n");
        write("b.bieu", "thư viện chung\ncơ quan B \"b\"\nmẫu biểu M { cột a: chữ }\n");
        assertEquals(List.of(), codes(new BieuReader(List.of()).read(folder.resolve("a.bieu"))));
        assertEquals(List.of(), codes(new BieuReader(List.of()).read(write("mine.bieu", MINE))));
    }

    @Test
    void qualifiedNamesReachShadowedElements() throws Exception {
        write("common.bieu", COMMON.formatted("chung"));
        var result = new BieuReader(List.of())
                .read(write(
                        "mine.bieu",
                        "dùng chung\nbiểu B lập theo mẫu M { đơn vị lập chung.A }\ncơ quan A \"riêng\"\n"));
        assertEquals("chung", agency(result.library()).getTitle());
    }

    @Test
    void libraryHeadIsFoundAfterCommentsAndInNfd() throws Exception {
        write(
                "common.bieu",
                "\uFEFF/* x */ // y\r\n" + Normalizer.normalize(COMMON.formatted("a"), Normalizer.Form.NFD));
        assertEquals(List.of("TEXT-DECOMPOSED"), codes(new BieuReader(List.of()).read(folder.resolve("common.bieu"))));
        assertEquals(
                "a",
                agency(new BieuReader(List.of()).read(write("mine.bieu", MINE)).library())
                        .getTitle());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thư viện chung.riêng",
                "/* a // b */\n// c /*\n  phiên /**/ bản 2 // d\n thư/* x */viện  chung /* y */ . // z\n riêng",
                "phiên bản 2\nthay thế thư viện chung.riêng"
            })
    void libraryHeadMayHaveCommentsBetweenItsWords(String head) throws Exception {
        write("common.bieu", "// " + "dài ".repeat(2000) + "\n".repeat(200) + head + "\ncơ quan A \"a\"\n");
        var result = new BieuReader(List.of())
                .read(write(
                        "mine.bieu", "dùng chung.riêng\nbiểu B lập theo mẫu M { đơn vị lập A }\nmẫu biểu M {cột a}"));
        assertEquals("a", agency(result.library()).getTitle());
    }

    @Test
    void firstDecomposedLetterIsReportedAtItsPosition() throws Exception {
        var problem = new BieuReader(List.of())
                .read(write("a.bieu", "// một\n// hai\u0309 ba\u0309\n"))
                .problems()
                .getFirst();
        assertEquals(
                "TEXT-DECOMPOSED 2:6", problem.code() + " " + problem.place().position());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cơ quan A \"Së Khoa häc vµ C«ng nghÖ\" | TEXT-LEGACY TCVN3 1:13",
                "cơ quan A \"Sôû Khoa hoïc vaø Coâng ngheä\" | TEXT-LEGACY VNI 1:13",
                "cơ quan A \"Văn phòng São Paulo\" { địa danh \"Curaçao\" gọi tắt \"Citroën Noël\" } | ''"
            })
    void textInALegacyEncodingIsReportedOnce(String text, String expected) throws Exception {
        assertEquals(
                expected,
                new BieuReader(List.of())
                        .read(write("a.bieu", text.strip() + "\n")).problems().stream()
                                .filter(problem -> problem.code().equals("TEXT-LEGACY"))
                                .map(problem -> problem.code()
                                        + (problem.message().contains("TCVN3") ? " TCVN3 " : " VNI ")
                                        + problem.place().position())
                                .collect(Collectors.joining("; ")));
    }

    @Test
    void linesWithControlCharactersAreReportedOnceAtTheFirstOne() throws Exception {
        var problems = new BieuReader(List.of())
                .read(
                        write(
                                "a.bieu",
                                "\uFEFF// một\u000B\n\u00A0tỉnh A \"Tỉnh\u00A0A\"\ntỉnh B \"Tỉnh\u000BB\u200B\u000B\" // \u200B\n"))
                .problems();
        assertEquals(
                List.of("TEXT-CONTROL 3:13"),
                problems.stream()
                        .map(problem -> problem.code() + " " + problem.place().position())
                        .toList());
        assertEquals(Severity.INFO, problems.getFirst().severity());
        var message = problems.getFirst().message();
        assertTrue(
                message.contains("U+000B LINE TABULATION (") && message.contains("U+200B ZERO WIDTH SPACE ("), message);
    }

    @Test
    void unreadableFilesAreReported() throws Exception {
        var reader = new BieuReader(List.of());
        assertEquals(
                "FILE-MISSING",
                assertThrows(ProblemException.class, () -> reader.read(folder.resolve("no.bieu")))
                        .problem()
                        .code());
        assertEquals(
                "FILE-FOLDER",
                assertThrows(ProblemException.class, () -> reader.read(folder))
                        .problem()
                        .code());
        var latin = folder.resolve("latin.bieu");
        Files.write(latin, new byte[] {'/', '/', (byte) 0xE9, '\n'});
        assertEquals(List.of("TEXT-ENCODING"), codes(reader.read(latin)));
        var deep = write("deep.bieu", "mẫu biểu M { kiểm tra R báo lỗi khi " + "(".repeat(50_000) + "1: \"x\" }");
        assertEquals(
                "FILE-TOO-DEEP",
                assertThrows(ProblemException.class, () -> reader.read(deep))
                        .problem()
                        .code());
        var missing = new BieuReader(List.of(folder.resolve("nowhere")));
        assertEquals(
                "FILE-MISSING",
                assertThrows(ProblemException.class, () -> missing.read(latin))
                        .problem()
                        .code());
    }

    private BieuFile readWith(String pack, String text) throws Exception {
        var folder = write("packs/x/goi.properties", "id = x\nversion = 1\n").getParent();
        write("packs/x/a.bieu", pack);
        var registry = Registry.load(getClass().getClassLoader());
        registry.add(ProvincePack.class, new FolderPack(folder));
        return new BieuReader(List.of(), registry).read(write("mine/b.bieu", text));
    }

    @Test
    void packIsFoundByItsLibraries() throws Exception {
        var pack = "thư viện chung.x\ncơ quan A \"của gói\"\nmẫu biểu M { cột a: chữ }\n";
        var mine = "dùng chung.x\nbiểu B lập theo mẫu M { đơn vị lập A }\n";
        var result = readWith(pack, mine);
        assertEquals(List.of(), codes(result));
        assertEquals("của gói", agency(result.library()).getTitle());
        assertEquals(
                "bieumau:/x/a.bieu",
                agency(result.library()).eResource().getURI().toString());
    }

    @Test
    void brokenFileOfAPackIsReportedInTheUsingFile() throws Exception {
        var result = readWith("thư viện chung.x\ncơ quan A {{{ \"\n", "dùng chung.x\nbiểu B lập theo mẫu M\n");
        assertEquals(Set.of("LIBRARY-BROKEN", "LINK-UNKNOWN"), Set.copyOf(codes(result)));
        assertTrue(
                result.problems().stream().anyMatch(problem -> problem.message().contains("bieumau:/x/a.bieu")),
                result::toString);
    }

    @Test
    void validatorRunsForItsProvincesOnly() throws Exception {
        var asked = new ArrayList<String>();
        var registry = Registry.load(getClass().getClassLoader());
        registry.add(Validator.class, new Validator() {
            @Override
            public String id() {
                return "v";
            }

            @Override
            public Set<String> provinces() {
                return Set.of("quangngai");
            }

            @Override
            public void validate(Library library, Consumer<Finding> report) {
                asked.add(library.getName());
                report.accept(new Finding(
                        "MY-CODE",
                        Severity.WARNING,
                        "Của tỉnh.",
                        library.getElements().get(0),
                        null,
                        List.of()));
            }
        });
        var own = write("q/a.bieu", "thư viện q\ndùng quangngai\ndanh mục D { }\n");
        var other = write("h/b.bieu", "thư viện h\ndùng hungyen\ndanh mục D { }\n");
        var reader = new BieuReader(List.of(), registry);
        assertEquals(List.of("MY-CODE"), codes(reader.read(own)));
        assertEquals(List.of(), codes(reader.read(other)));
        assertEquals(List.of("q"), asked);
    }

    @Test
    void failingValidatorIsAnErrorInEachFileThatItDidNotCheck() throws Exception {
        var registry = Registry.load(getClass().getClassLoader());
        registry.add(Validator.class, new Validator() {
            @Override
            public String id() {
                return "v";
            }

            @Override
            public void validate(Library library, Consumer<Finding> report) {
                throw new IllegalStateException("hỏng");
            }
        });
        var reader = new BieuReader(List.of(), registry);
        assertEquals(List.of("PLUGIN-FAILED"), codes(reader.read(write("a/a.bieu", "danh mục D { }\n"))));
        var second = reader.read(write("b/b.bieu", "danh mục D { }\n"));
        assertEquals(List.of("PLUGIN-FAILED"), codes(second));
        assertEquals(1, second.obstacles(false).size());
    }
}
