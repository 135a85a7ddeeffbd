/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Validator;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.validation.BieuValidator;
import org.bieumau.model.Agency;
import org.bieumau.model.Document;
import org.bieumau.model.Library;
import org.bieumau.model.Severity;
import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.xtext.service.OperationCanceledError;
import org.eclipse.xtext.validation.AbstractValidationDiagnostic;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a check throws is a problem that stops the export, and the other checks go on. */
class FailedChecksTest {

    @TempDir
    private Path folder;

    /** A validator with a check that fails. Not injected, so that it is not registered for other tests. */
    public static final class Failing extends BieuValidator {

        private final Throwable failure;

        Failing(Throwable failure) {
            this.failure = failure;
        }

        @Check
        public void checkAndFail(Library library) throws Throwable {
            throw failure;
        }
    }

    private static List<String> codes(Throwable failure) {
        var library = Bieu.parse("danh mục D { A \"a\" }\ndanh mục D { A \"a\" }\n");
        var found = new BasicDiagnostic();
        new Failing(failure)
                .validate(library.eClass(), library, found, new HashMap<>(Map.of(CheckMode.KEY, CheckMode.FAST_ONLY)));
        return found.getChildren().stream()
                .map(each -> ((AbstractValidationDiagnostic) each).getIssueCode())
                .sorted()
                .toList();
    }

    @Test
    void checkThatThrowsIsAProblemBesideThoseOfOtherChecks() {
        for (var failure : List.of(
                new IllegalStateException("x"), new NullPointerException(), new StackOverflowError(), new Error("x"))) {
            assertEquals(List.of("CHECK-FAILED", "NAME-DUPLICATE"), codes(failure), failure::toString);
        }
    }

    @Test
    void cancellationIsNotReportedAsAProblem() {
        var cancellation = new OperationCanceledError(new RuntimeException());
        assertThrows(OperationCanceledError.class, () -> codes(cancellation));
    }

    private static List<String> problems(String text) throws Exception {
        return new BieuReader()
                .read(text).problems().stream().map(Problem::code).toList();
    }

    /** Xtext cannot count the lines of a text that ends in CR. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kế hoạch K {",
                "kế hoạch K { nội dung '''\n a",
                "kế hoạch K { nội dung '''\n Theo [V",
                "kế hoạch K { nội dung '''\n Theo {lạ}",
                "danh mục D { A \"a\" }\ndanh mục D { A \"a",
                "danh mục D { A \"a\" }\ndanh mục D { A \"a\" } //",
                "danh mục D { A \"a\" }\ndanh mục D { A \"a\" }",
                "viện dẫn V: luật \"x\"\ndùng"
            })
    void textThatEndsInCarriageReturnHasTheProblemsOfOneThatEndsInLineFeed(String text) throws Exception {
        assertEquals(problems(text + "\n"), problems(text + "\r"));
        assertEquals(problems(text + "\n"), problems(text + "\r\r"));
        assertTrue(!problems(text + "\r").isEmpty());
    }

    private BieuFile read(Registry registry, String text) throws Exception {
        return new BieuReader(List.of(), registry).read(Files.writeString(folder.resolve("a.bieu"), text));
    }

    private static final String DOCUMENT = """
            dùng chung
            kế hoạch C theo mẫu M {
                ngày 05/4/2022
                nơi nhận { "A" }
            }
            """;

    private void writeTemplate() throws Exception {
        Files.writeString(folder.resolve("chung.bieu"), """
                thư viện chung
                cơ quan S "Sở" { viết tắt "S" địa danh "Đ" }
                mẫu văn bản M: kế hoạch {
                    cơ quan ban hành S
                    trích yếu "x"
                    nội dung '''
                        Theo Kế hoạch số 12/QĐ-UBND.
                        | a | b |
                        |---|---|
                        | 1 | 2 |
                    '''
                    ký { chức vụ "Giám đốc" họ tên "ThS. A" }
                }
                """);
    }

    /** Problems of a template in another file are reported at the document, and the other checks still run. */
    @Test
    void findingsInATemplateOfAnotherFileAreReportedAtTheDocument() throws Exception {
        writeTemplate();
        var problems = read(Registry.installed(), DOCUMENT).problems();
        assertEquals(
                List.of("ARCHIVE-MISSING", "SIGNATURE-HONOUR"),
                problems.stream().map(Problem::code).sorted().toList());
        for (var problem : problems) {
            assertEquals(2, Integer.parseInt(problem.place().position().replaceAll(":.*", "")));
        }
        assertTrue(problems.stream().anyMatch(problem -> problem.message().contains("chung.bieu")), problems::toString);
    }

    /** A plug-in may report elements of other files, and forget the element. */
    @Test
    void findingsOfPluginsAboutOtherFilesAreNotDropped() throws Exception {
        writeTemplate();
        var registry = Registry.load(getClass().getClassLoader());
        registry.add(Validator.class, new Validator() {
            @Override
            public String id() {
                return "v";
            }

            @Override
            public void validate(Library library, Consumer<Finding> report) {
                library.getElements().stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .forEach(document -> {
                            Agency agency = document.getTemplate().getDocument().getAgency();
                            report.accept(new Finding("MY-AGENCY", Severity.VIOLATION, "Sai", agency, null, List.of()));
                            report.accept(new Finding("MY-NOTHING", Severity.ERROR, "Sai", null, null, List.of()));
                        });
            }
        });
        var file = read(registry, DOCUMENT);
        assertEquals(
                List.of("MY-AGENCY", "MY-NOTHING"),
                file.problems().stream()
                        .map(Problem::code)
                        .filter(code -> code.startsWith("MY"))
                        .sorted()
                        .toList());
        assertEquals(
                List.of("MY-NOTHING"),
                file.obstacles(false).stream().map(Problem::code).toList());
    }
}
