/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bieumau.checking.FileCheck;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.spi.Validator;
import org.bieumau.model.Document;
import org.bieumau.model.Library;
import org.bieumau.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of plug-ins apply to Word files, too. */
class PluginRulesTest {

    @TempDir
    private Path folder;

    /** Wants each document to have an even number. */
    private record EvenNumbers(Set<String> provinces) implements Validator {

        @Override
        public String id() {
            return "even";
        }

        @Override
        public String title() {
            return "Even numbers";
        }

        @Override
        public void validate(Library library, Consumer<Finding> report) {
            for (var element : library.getElements()) {
                if (element instanceof Document document && Integer.parseInt(document.getNumber()) % 2 != 0) {
                    report.accept(new Finding(
                            "NUMBER-ODD",
                            Severity.WARNING,
                            "Số lẻ: " + document.getNumber(),
                            document,
                            null,
                            List.of()));
                }
            }
        }
    }

    private List<String> findings(Set<String> provinces) throws Exception {
        var registry = Registry.load(getClass().getClassLoader());
        registry.add(Validator.class, new EvenNumbers(provinces));
        return new FileCheck(registry)
                .check(new Fixture(folder).document("CôngVăn"), Progress.NONE).findings().stream()
                        .map(finding ->
                                finding.rule().id() + ": " + finding.problem().message())
                        .toList();
    }

    @Test
    void findingOfAValidatorIsReported() throws Exception {
        assertEquals(List.of("NUMBER-ODD: Số lẻ: 5"), findings(Set.of()));
    }

    @Test
    void validatorOfAProvinceIsNotAskedAboutOthers() throws Exception {
        assertEquals(List.of(), findings(Set.of("hungyen")));
    }
}
