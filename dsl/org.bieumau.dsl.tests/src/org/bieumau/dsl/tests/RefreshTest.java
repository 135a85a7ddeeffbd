/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Agency;
import org.bieumau.model.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that is refreshed sees the current files, and keeps the libraries of packs that are the same. */
class RefreshTest {

    private static final String FORM =
            "dùng %s\nmẫu biểu M { cột a: chữ }\nbiểu B lập theo mẫu M { đơn vị lập SKHCN }\n";
    private static final String AGENCY = "cơ quan SKHCN \"%s\" { viết tắt \"SK\" }\n";

    @TempDir
    private Path folder;

    private final Registry registry = Registry.load(getClass().getClassLoader());
    private BieuReader reader;

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var former = Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
        Files.writeString(file, text);
        if (former > 0) {
            // Two changes within the resolution of the clock differ all the same.
            Files.setLastModifiedTime(file, FileTime.fromMillis(former + 1000));
        }
        return file;
    }

    /** Reads the file again, by the same reader. */
    private BieuFile read(Path file) throws Exception {
        if (reader == null) {
            reader = new BieuReader(List.of(), registry);
        } else {
            reader.refresh();
        }
        return reader.read(file);
    }

    private static Agency agency(BieuFile file) {
        return file.element(Form.class, "B").orElseThrow().getAgency();
    }

    private static List<String> codes(BieuFile file) {
        return file.problems().stream().map(Problem::code).toList();
    }

    @Test
    void currentTextOfAFileIsRead() throws Exception {
        var file = write("a.bieu", FORM.formatted("quangngai"));
        assertEquals(List.of(), codes(read(file)));
        write("a.bieu", FORM.formatted("quangngai").replace("SKHCN", "Sai"));
        assertEquals(List.of("LINK-UNKNOWN"), codes(read(file)));
        write("a.bieu", FORM.formatted("quangngai"));
        assertEquals(List.of(), codes(read(file)));
    }

    @Test
    void librariesOfThePacksOfTheProgramAreKept() throws Exception {
        var file = write("a.bieu", FORM.formatted("quangngai"));
        var first = agency(read(file));
        assertEquals("Sở Khoa học và Công nghệ", first.getTitle());
        assertSame(first, agency(read(file)));
    }

    @Test
    void currentTextOfALibraryInTheFolderIsRead() throws Exception {
        var file = write("a.bieu", FORM.formatted("riêng"));
        assertEquals("LIBRARY-UNKNOWN", codes(read(file)).getFirst());
        write("b/riêng.bieu", "thư viện riêng\n" + AGENCY.formatted("Một"));
        assertEquals("Một", agency(read(file)).getTitle());
        write("b/riêng.bieu", "thư viện riêng\n" + AGENCY.formatted("Hai"));
        assertEquals("Hai", agency(read(file)).getTitle());
        Files.delete(folder.resolve("b/riêng.bieu"));
        assertEquals("LIBRARY-UNKNOWN", codes(read(file)).getFirst());
    }

    @Test
    void libraryThatReplacesThatOfAPackIsUsedWhileItIsThere() throws Exception {
        var file = write("a.bieu", FORM.formatted("quangngai"));
        assertEquals("Sở Khoa học và Công nghệ", agency(read(file)).getTitle());
        var own = write("own.bieu", "thay thế thư viện quangngai\n" + AGENCY.formatted("Sở riêng"));
        assertEquals("Sở riêng", agency(read(file)).getTitle());
        Files.delete(own);
        assertEquals("Sở Khoa học và Công nghệ", agency(read(file)).getTitle());
    }

    @Test
    void currentFilesOfAPackInAFolderAreRead() throws Exception {
        write("pack/goi.properties", "id = p\nversion = 1\n");
        write("pack/p.bieu", "thư viện p\n" + AGENCY.formatted("Một"));
        registry.add(ProvincePack.class, new FolderPack(folder.resolve("pack")));
        var file = write("own/a.bieu", FORM.formatted("p"));
        var first = agency(read(file));
        assertEquals("Một", first.getTitle());
        assertSame(first, agency(read(file)));
        write("pack/p.bieu", "thư viện p\n" + AGENCY.formatted("Hai"));
        var second = agency(read(file));
        assertNotSame(first, second);
        assertEquals("Hai", second.getTitle());
        Files.delete(folder.resolve("pack/p.bieu"));
        assertEquals("LIBRARY-UNKNOWN", codes(read(file)).getFirst());
    }

    /** A library of a pack that uses one in the folders of the user is read again with it. */
    @Test
    void packThatUsesALibraryOfTheUserIsReadAgain() throws Exception {
        write("pack/goi.properties", "id = p\nversion = 1\n");
        write("pack/p.bieu", "thư viện p\ndùng q\ncơ quan Phòng \"Phòng\" { trực thuộc SKHCN viết tắt \"P\" }\n");
        registry.add(ProvincePack.class, new FolderPack(folder.resolve("pack")));
        write("there/q.bieu", "thư viện q\n" + AGENCY.formatted("Một"));
        reader = new BieuReader(List.of(folder.resolve("there")), registry);
        var file = write("own/a.bieu", FORM.formatted("p").replace("SKHCN", "Phòng"));
        assertEquals("Một", agency(read(file)).getSuperior().getTitle());
        write("there/q.bieu", "thư viện q\n" + AGENCY.formatted("Hai"));
        assertEquals("Hai", agency(read(file)).getSuperior().getTitle());
    }
}
