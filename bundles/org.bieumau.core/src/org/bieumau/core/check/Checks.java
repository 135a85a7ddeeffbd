/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.check;

import java.io.IOException;
import java.util.function.Consumer;
import org.bieumau.core.form.DataException;
import org.bieumau.core.internal.check.ChartChecks;
import org.bieumau.core.internal.check.DataChecks;
import org.bieumau.core.internal.check.DocumentChecks;
import org.bieumau.core.internal.check.FormChecks;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Chart;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Severity;

/**
 * Checks a model in plain Java, against the layout profile of a document or the template of a form. Errors that only a
 * text can contain, such as unresolved names, are reported when the text is read.
 */
public final class Checks {

    private Checks() {}

    /**
     * Checks the rows that a form takes from a data source. They are read one at a time and not kept; of many problems
     * of one kind, the first ones and their number are reported. Data outside the folder of the form and databases are
     * opened only if {@link org.bieumau.core.environment.DataAccess} permits it; otherwise it is reported that they are
     * not checked. Problems that the source itself reports are received by <code>DataAccess</code>.
     *
     * @param report receives each problem, at its row or cell of the data
     */
    public static void checkData(Form form, Consumer<Problem> report) {
        if (form.getDataSource() == null
                || form.getTemplate() == null
                || form.getTemplate().eIsProxy()) {
            return;
        }
        try {
            DataChecks.check(form, ResolvedTemplate.of(form.getTemplate()), report);
        } catch (DataException e) {
            var problem = e.problem();
            report.accept(
                    problem.code().equals("DATA-CONSENT")
                            ? new Problem(
                                    "DATA-UNCHECKED",
                                    Severity.WARNING,
                                    CoreMessages.ALL.text("DATA-UNCHECKED", problem.message()),
                                    problem.place())
                            : problem);
        } catch (IOException e) {
            report.accept(
                    Problem.error(CoreMessages.ALL, "DATA-UNREADABLE", null, form.getName(), FileFailure.reason(e)));
        }
    }

    /**
     * Checks a document, a filled form or a chart. Other elements are not checked.
     *
     * @param report receives each finding, in the order in which they are found
     */
    public static void check(LibraryElement element, Consumer<Finding> report) {
        switch (element) {
            case Document document -> DocumentChecks.check(document, report);
            case Form form
            when form.getTemplate() != null && !form.getTemplate().eIsProxy() ->
                new FormChecks(ResolvedTemplate.of(form.getTemplate()), report).check(form);
            case Chart chart -> new ChartChecks(report).check(chart);
            default -> {}
        }
    }
}
