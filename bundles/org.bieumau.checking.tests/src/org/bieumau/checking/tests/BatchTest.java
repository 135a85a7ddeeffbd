/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.bieumau.checking.FileCheck;
import org.bieumau.checking.internal.batch.CheckInput;
import org.bieumau.checking.internal.batch.CheckInputs;
import org.bieumau.checking.internal.batch.CopyTarget;
import org.bieumau.checking.internal.batch.FolderFiles;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of folders, and where their copies are written. */
class BatchTest {

    @TempDir
    private Path folder;

    private Path source;

    @BeforeEach
    void createFolder() throws Exception {
        source = folder.resolve("nguon");
        for (var name :
                List.of("b.docx", "con/a.DOCX", "con/c.docm", "con/~$a.docx", "con/.d.docx", "e.doc", "f.txt")) {
            var file = source.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        Files.createDirectory(source.resolve("g.docx"));
    }

    private List<CheckInput> inputs(Path... paths) {
        return CheckInputs.find(List.of(paths), Progress.NONE).files();
    }

    private static List<String> names(List<CheckInput> inputs) {
        return inputs.stream()
                .map(input -> input.name().toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void documentsOfAFolderAndBelowAreFound() {
        assertEquals(List.of("b.docx", "con/a.DOCX", "con/c.docm", "e.doc"), names(inputs(source)));
        assertEquals(
                List.of("a.DOCX", "b.docx", "con/a.DOCX", "con/c.docm", "e.doc"),
                names(inputs(source.resolve("con/a.DOCX"), source)));
    }

    @Test
    void aLinkToAFolderIsThatFolder() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("lienket"), source);
        assertEquals(List.of("b.docx", "con/a.DOCX", "con/c.docm", "e.doc"), names(inputs(link)));
        assertEquals(link.resolve("b.docx"), inputs(link).getFirst().file());
    }

    @Test
    void folderThatCannotBeReadIsAProblem() {
        var found = FolderFiles.in(folder.resolve("khongco"), name -> true, Progress.NONE);
        assertEquals(
                List.of("CHECK-FOLDER"),
                found.problems().stream().map(Problem::code).toList());
        assertEquals(List.of(), found.files());
    }

    @Test
    void searchIsCancelled() {
        assertThrows(CancellationException.class, () -> CheckInputs.find(List.of(source), seen -> seen < 2));
    }

    private static String code(CopyTarget target, CheckInput input) {
        return assertThrows(ProblemException.class, () -> target.of(input))
                .problem()
                .code();
    }

    @Test
    void copiesHaveThePathsOfTheirFiles() throws Exception {
        var inputs = inputs(source);
        var out = folder.resolve("ra");
        var target = new CopyTarget(out, inputs, copy -> false);
        assertEquals(out.resolve("con/a.DOCX"), target.of(inputs.get(1)));
        assertTrue(Files.isDirectory(out.resolve("con")));
        var one = inputs(source.resolve("b.docx"));
        assertEquals(
                folder.resolve("x.docx"),
                new CopyTarget(folder.resolve("x.docx"), one, copy -> false).of(one.getFirst()));
        assertEquals(out.resolve("b.docx"), new CopyTarget(out, one, copy -> false).of(one.getFirst()));
    }

    @Test
    void noFileIsReplacedUnlessThisIsWanted() throws Exception {
        var inputs = inputs(source);
        var out = folder.resolve("ra");
        Files.createDirectories(out);
        Files.writeString(out.resolve("b.docx"), "của tôi");
        assertEquals("CHECK-EXISTS", code(new CopyTarget(out, inputs, copy -> false), inputs.getFirst()));
        assertEquals(out.resolve("b.docx"), new CopyTarget(out, inputs, copy -> true).of(inputs.getFirst()));
    }

    @Test
    void noFileThatIsCheckedIsReplaced() {
        var inputs = inputs(source);
        assertEquals("CHECK-SAME-FILE", code(new CopyTarget(source, inputs, copy -> true), inputs.getFirst()));
        // Two folders, the copies of one of which would replace files of the other.
        var both = inputs(source.resolve("con"), source);
        assertEquals(
                "CHECK-SAME-FILE", code(new CopyTarget(source.resolve("con"), both, copy -> true), both.getFirst()));
        var outer = inputs(source.resolve("con/a.DOCX"), source);
        assertEquals(
                "CHECK-SAME-FILE", code(new CopyTarget(source.resolve("con"), outer, copy -> true), outer.getFirst()));
    }

    @Test
    void noCopyReplacesAnother() throws Exception {
        var other = folder.resolve("khac");
        Files.createDirectory(other);
        Files.writeString(other.resolve("b.docx"), "khác");
        var inputs = inputs(source, other);
        var out = folder.resolve("ra");
        var target = new CopyTarget(out, inputs, copy -> true);
        Files.writeString(target.of(inputs.getFirst()), "bản đầu");
        assertEquals("CHECK-EXISTS", code(target, inputs.getLast()));
    }

    /** An importer with a fault. */
    private record Faulty() implements Importer {

        @Override
        public String id() {
            return "aaa";
        }

        @Override
        public String title() {
            return "Faulty";
        }

        @Override
        public Set<String> extensions() {
            return Set.of("docx");
        }

        @Override
        public SourceItems open(Path file, Progress progress) {
            throw new IllegalStateException("fault");
        }
    }

    /** Other files can be checked after a file on which the program fails. */
    @Test
    void failureOfTheProgramIsAProblemOfTheFile() {
        var registry = Registry.load(getClass().getClassLoader());
        registry.add(Importer.class, new Faulty());
        Problem problem = assertThrows(
                        ProblemException.class,
                        () -> new FileCheck(registry).check(source.resolve("b.docx"), Progress.NONE))
                .problem();
        assertEquals("CHECK-CRASHED", problem.code());
        assertTrue(problem.message().contains("fault"), problem::message);
        assertFalse(problem.message().contains("CHECK-"), problem::message);
    }
}
