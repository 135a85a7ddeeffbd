/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.resource;

import org.bieumau.model.Entry;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.lazy.LazyLinker;
import org.eclipse.xtext.resource.impl.ListBasedDiagnosticConsumer;

/** Links a row that was parsed again, without touching the links of other elements. */
class RowLinker extends LazyLinker {

    void linkRow(Entry row, BieuResource resource) {
        var problems = new ListBasedDiagnosticConsumer();
        doLinkModel(row, problems);
        resource.getErrors().addAll(problems.getResult(Severity.ERROR));
        resource.getWarnings().addAll(problems.getResult(Severity.WARNING));
    }
}
