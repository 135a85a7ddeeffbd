/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Form;
import org.bieumau.reading.internal.match.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported forms are read back with the same columns, sections, rows, values and marks. */
class ImportOfExportTest {

    /** Number of random forms; a property tries more. */
    private static final int FORMS = Integer.getInteger("bieumau.forms", 100);

    private static final int FIRST = Integer.getInteger("bieumau.forms.first", 1);

    private static final List<String> FORMATS = List.of("docx", "xlsx");

    @TempDir
    private static Path folder;

    static Stream<String> examples() {
        return Examples.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void formsOfExamplesAreReadAgain(String name) throws Exception {
        Examples.copyTo(folder);
        check(BieuFile.open(folder.resolve(name + ".bieu")));
    }

    @Test
    void examplesHaveForms() throws Exception {
        Examples.copyTo(folder);
        var forms = 0;
        for (var name : Examples.NAMES) {
            forms += (int) forms(BieuFile.open(folder.resolve(name + ".bieu"))).count();
        }
        assertTrue(forms >= 3, "forms: " + forms);
    }

    static IntStream seeds() {
        return IntStream.range(FIRST, FIRST + FORMS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomFormsAreReadAgain(int seed) throws Exception {
        var file = new BieuReader().read(new RandomForm(seed).text());
        assertEquals(
                List.of(),
                file.problems().stream().filter(problem -> problem.isError()).toList());
        check(file);
    }

    private static Stream<Form> forms(BieuFile file) {
        return file.elements().stream()
                .filter(Form.class::isInstance)
                .map(Form.class::cast)
                .filter(form -> !form.isBlank());
    }

    private static void check(BieuFile file) throws Exception {
        for (var form : forms(file).toList()) {
            for (var format : FORMATS) {
                var exported = Files.createTempFile(folder, "form", "." + format);
                file.export(form, exported);

                var reading = Import.read(exported, form.getTemplate());

                var read = reading.form();
                read.setName("Read");
                read.setPeriod(form.getPeriod());
                read.setAgency(form.getAgency());
                assertEquals(
                        String.join("\n", PrintedRows.of(form)),
                        String.join("\n", PrintedRows.of(read)),
                        () -> format + "\n" + file.text() + reading.problems());
                assertTrue(
                        reading.matches().getFirst().decisions().stream()
                                .allMatch(decision -> decision.kind() == Decision.Kind.SURE),
                        () -> reading.matches().getFirst().decisions().toString());
                Files.delete(exported);
            }
        }
    }
}
