/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.bieumau.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A library name belongs to one place, and a library of a pack is replaced only by one that says so. */
class LibraryOriginsTest {

    private static final String MINE =
            "dùng quangngai\nmẫu biểu M { cột a: chữ }\nbiểu B lập theo mẫu M { đơn vị lập SKHCN }\n";
    private static final String OTHER = "thư viện quangngai\ncơ quan SKHCN \"Sở khác\" { viết tắt \"SK\" }\n";

    @TempDir
    private Path folder;

    private final Registry registry = Registry.load(getClass().getClassLoader());

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private BieuFile read(String... libraries) throws Exception {
        return new BieuReader(List.of(libraries).stream().map(folder::resolve).toList(), registry)
                .read(write("mine/mine.bieu", MINE));
    }

    private static String agency(BieuFile file) {
        return ((Form) file.library().getElements().getLast()).getAgency().getTitle();
    }

    private static List<String> codes(BieuFile file) {
        return file.problems().stream().map(Problem::code).toList();
    }

    private void addPack(String text) throws IOException {
        write("packs/a/goi.properties", "id = a\nversion = 1\n");
        write("packs/a/a.bieu", text);
        registry.add(ProvincePack.class, new FolderPack(folder.resolve("packs/a")));
    }

    /** A stray file below the folder, beside the file or at a path of the user has the name of a library of a pack. */
    @ParameterizedTest
    @ValueSource(strings = {"mine/own.bieu", "mine/a/b/c/stray.bieu", "there/own.bieu"})
    void libraryOfAPackIsNotReplacedInSilence(String stray) throws Exception {
        var file = write(stray, OTHER);
        var read = stray.startsWith("there") ? read("there") : read();
        assertEquals("Sở Khoa học và Công nghệ", agency(read));
        assertEquals(List.of("LIBRARY-TWICE"), codes(read));
        var problem = read.problems().getFirst();
        assertEquals("1:6", problem.place().position());
        assertEquals(Severity.WARNING, problem.severity());
        assertTrue(
                problem.message().contains("bieumau:/quangngai")
                        && problem.message().contains(file.getParent().toString()),
                problem::message);
    }

    @Test
    void packDoesNotReplaceThatOfTheProgram() throws Exception {
        addPack(OTHER);
        var read = read();
        assertEquals("Sở Khoa học và Công nghệ", agency(read));
        assertEquals(List.of("LIBRARY-TWICE"), codes(read));
        assertTrue(read.problems().getFirst().message().contains("bieumau:/a"), read.problems()::toString);
    }

    @Test
    void libraryThatSaysSoReplacesThatOfThePackVisibly() throws Exception {
        write("mine/own.bieu", "phiên bản 2\nthay thế " + OTHER);
        var read = read();
        assertEquals("Sở khác", agency(read));
        assertEquals(List.of("LIBRARY-REPLACED"), codes(read));
        assertEquals(Severity.INFO, read.problems().getFirst().severity());
    }

    @Test
    void packThatSaysSoReplacesThatOfTheProgramVisibly() throws Exception {
        addPack("thay thế " + OTHER);
        var read = read();
        assertEquals("Sở khác", agency(read));
        assertEquals(List.of("LIBRARY-REPLACED"), codes(read));
    }

    /** The author of a library sees that it is not used. */
    @Test
    void libraryWithTheNameOfAPackIsReportedAtItsHead() throws Exception {
        var file = write("mine/own.bieu", OTHER);
        assertEquals(List.of("LIBRARY-TWICE"), codes(new BieuReader(List.of(), registry).read(file)));
    }

    @Test
    void equalAndBrokenCopiesAreNotReported() throws Exception {
        write("mine/chung.bieu", "thư viện chung\ndanh mục D { A \"a\" }\n");
        write("mine/copy/chung.bieu", "thư viện chung\r\ndanh mục D { A \"a\" }\r\n");
        write("mine/old/chung.bieu", "thư viện chung\ndanh mục D { A \"b }\n");
        var mine = write("mine/x.bieu", "dùng chung\nmẫu biểu M { cột a: chọn từ D }\n");
        assertEquals(List.of(), codes(new BieuReader(List.of(), registry).read(mine)));
        write("mine/third/chung.bieu", "thư viện chung\ndanh mục D { A \"c\" }\n");
        assertEquals(List.of("LIBRARY-TWICE"), codes(new BieuReader(List.of(), registry).read(mine)));
    }

    /** A copy of a file in the same folder belongs to the same library. */
    @Test
    void nameThatTwoFilesOfALibraryDeclareIsReportedWhereItIsUsed() throws Exception {
        write("mine/a.bieu", "thư viện chung\ndanh mục D { A \"a\" }\n");
        var copy = write("mine/b.bieu", "thư viện chung\ndanh mục D { B \"b\" }\ncơ quan E \"e\"\n");
        var mine = write("mine/x.bieu", "dùng chung\nmẫu biểu M { cột a: chọn từ D }\n");
        var read = new BieuReader(List.of(), registry).read(mine);
        assertEquals(List.of("LIBRARY-DUPLICATE"), codes(read));
        var message = read.problems().getFirst().message();
        assertTrue(message.contains("a.bieu") && message.contains(copy.toString()), message);
        Files.writeString(copy, "thư viện chung\ncơ quan D \"d\"\n");
        assertEquals(List.of(), codes(new BieuReader(List.of(), registry).read(mine)));
    }

    /** The names in expressions are those of the library that is used, whatever else is loaded. */
    @Test
    void loadedLibraryOfTheSameNameIsNotSeen() throws Exception {
        write("mine/chung.bieu", "thư viện chung\ndanh mục D { A \"a\" }\n");
        var stray = write(
                "mine/z/chung.bieu",
                "thư viện chung\ndanh mục D { A \"a\" B \"b\" }\n"
                        + "kiểm tra R cho biểu theo mẫu M báo lỗi khi đúng: \"x\"\nmẫu biểu M { cột a: chữ }\n");
        var mine = write(
                "mine/x.bieu",
                "dùng chung\nmẫu biểu M { cột a: chữ kiểm tra K báo lưu ý khi đếm(D) = 1: \"x\" }\n"
                        + "biểu B lập theo mẫu M { dòng { a \"a\" } }\n");
        var reader = new BieuReader(List.of(), registry);
        reader.read(stray);
        assertEquals(
                List.of("FORM-RULE", "LIBRARY-TWICE"),
                codes(reader.read(mine)).stream().sorted().toList());
    }

    /** A folder that cannot be read matters only to a file that uses a library that is not found elsewhere. */
    @Test
    void unreadableNeighbourFailsOnlyWhatNeedsIt() throws Exception {
        var secret = Files.createDirectories(folder.resolve("mine/secret"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(secret), "the user may read everything");
            assertEquals(List.of(), codes(read()));
            assertEquals(
                    List.of("LIBRARY-UNREADABLE"),
                    codes(new BieuReader(List.of(), registry).read(write("mine/y.bieu", "dùng không.có\n"))));
        } finally {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void libraryWithANameOfManyPartsCanBeUsed() throws Exception {
        var name = IntStream.range(0, 4_000).mapToObj(i -> "a").collect(Collectors.joining("."));
        write("mine/chung.bieu", "thư viện " + name + "\ndanh mục D { A \"a\" }\n");
        var mine = write("mine/x.bieu", "dùng " + name + "\nmẫu biểu M { cột a: chọn từ D }\n");
        assertEquals(List.of(), codes(new BieuReader(List.of(), registry).read(mine)));
    }
}
