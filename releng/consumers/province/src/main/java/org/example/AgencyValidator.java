/* SPDX-License-Identifier: EPL-2.0 */
package org.example;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.spi.Validator;
import org.bieumau.model.Document;
import org.bieumau.model.Library;
import org.bieumau.model.Severity;

/** Checks that each document has a drafting unit. */
public final class AgencyValidator implements Validator {

    @Override
    public String id() {
        return "caobang";
    }

    @Override
    public String title() {
        return "Cao Bằng: đơn vị soạn thảo";
    }

    @Override
    public Set<String> provinces() {
        return Set.of("caobang");
    }

    @Override
    public void validate(Library library, Consumer<Finding> report) {
        for (var element : library.getElements()) {
            if (element instanceof Document document && document.getDraftingUnit() == null) {
                report.accept(new Finding(
                        "CAOBANG-UNIT", Severity.WARNING, "Hãy ghi «đơn vị soạn thảo».", document, null, List.of()));
            }
        }
    }
}
