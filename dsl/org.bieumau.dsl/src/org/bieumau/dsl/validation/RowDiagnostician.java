/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import org.bieumau.dsl.internal.resource.BieuResource;
import org.bieumau.model.Conditional;
import org.bieumau.model.Entry;
import org.bieumau.model.Expression;
import org.bieumau.model.Leftover;
import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.DiagnosticChain;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EValidator;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.validation.CancelableDiagnostician;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.RangeBasedDiagnostic;

/**
 * Caches the diagnostics of the rows of a form until a row changes. Rows with expressions are checked each time, since
 * an expression may read other rows; so are rows with problems at an offset, which edits above them move. Checks of the
 * form as a whole are not cached either.
 */
public class RowDiagnostician extends CancelableDiagnostician {

    @Inject
    private OperationCanceledManager cancellation;

    @Inject
    public RowDiagnostician(EValidator.Registry registry) {
        super(registry);
    }

    /** Returns true, so that the diagnostics of a row include those of its cells. */
    @Override
    protected boolean isValidateContentsRecursively() {
        return true;
    }

    /**
     * Validates a whole file. What the validation itself throws becomes a diagnostic, since Xtext would only log it.
     */
    @Override
    public Diagnostic validate(EObject root, Map<?, ?> context) {
        try {
            return super.validate(root, context);
        } catch (RuntimeException | StackOverflowError e) {
            cancellation.propagateAsErrorIfCancelException(e);
            return new BasicDiagnostic(Diagnostic.ERROR, getClass().getName(), 0, "validate", new Object[] {e});
        }
    }

    @Override
    public boolean validate(EClass type, EObject element, DiagnosticChain chain, Map<Object, Object> context) {
        if (element.eContainer() instanceof Leftover) {
            // What a reader found is text of others, which need not follow any rule.
            return true;
        }
        if (!(element instanceof Entry row)
                || !(row.eResource() instanceof BieuResource file)
                || context.get(CheckMode.KEY) != CheckMode.ALL) {
            return super.validate(type, element, chain, context);
        }
        checkCanceled(context);
        var found = file.cachedDiagnostics(row);
        if (found == null) {
            found = check(type, row, context);
            if (!computes(row) && found.stream().noneMatch(RangeBasedDiagnostic.class::isInstance)) {
                file.cacheDiagnostics(row, found);
            }
        }
        found.forEach(chain::add);
        return found.stream().noneMatch(each -> each.getSeverity() >= Diagnostic.ERROR);
    }

    private List<Diagnostic> check(EClass type, Entry row, Map<Object, Object> context) {
        var found = new BasicDiagnostic();
        super.validate(type, row, found, context);
        return found.getChildren();
    }

    private static boolean computes(Entry row) {
        return row.eContainer() instanceof Conditional section && section.getCondition() != null
                || !EcoreUtil2.getAllContentsOfType(row, Expression.class).isEmpty();
    }
}
