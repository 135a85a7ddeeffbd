/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.resource;

import com.google.inject.Inject;
import java.io.StringReader;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.bieumau.model.Entry;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * A .bieu file in memory. A form may have thousands of rows, and most edits are inside one of them. After such an edit
 * only that row is parsed and linked again; all other rows keep their objects and their cached diagnostics. This is
 * safe because nothing refers to a row or its contents, so the edit cannot affect any other element.
 */
public class BieuResource extends LazyLinkingResource {

    @Inject
    private BieuGrammarAccess grammar;

    @Inject
    private RowLinker rowLinker;

    @Inject
    private OperationCanceledManager cancellation;

    /** The rows whose references are resolved, with their cached diagnostics; null if there are none. */
    private final Map<Entry, List<org.eclipse.emf.common.util.Diagnostic>> rows = new IdentityHashMap<>();

    @Override
    public void update(int offset, int length, String text) {
        var result = getParseResult();
        var edit = result == null || result.hasSyntaxErrors()
                ? Optional.<RowEdit>empty()
                : RowEdit.of(result.getRootNode(), offset, length, text, grammar);
        var read = edit.map(this::read).filter(parsed -> edit.get().fits(parsed));
        if (read.isPresent()) {
            isUpdating = true;
            try {
                put(edit.get(), read.get());
            } finally {
                isUpdating = false;
            }
        } else {
            super.update(offset, length, text);
        }
    }

    private IParseResult read(RowEdit edit) {
        return getParser()
                .parse(edit.call(), new StringReader(edit.text()), edit.node().getLookAhead());
    }

    private void put(RowEdit edit, IParseResult parsed) {
        var row = (Entry) parsed.getRootASTElement();
        rows.remove(edit.row());
        edit.put(parsed);
        clearCache();
        clearErrorsAndWarnings();
        var known = getLazyProxyInformation().size();
        rowLinker.linkRow(row, this);
        if (resolve(row)) {
            getLazyProxyInformation()
                    .subList(known, getLazyProxyInformation().size())
                    .clear();
        }
    }

    @Override
    protected void updateInternalState(IParseResult oldResult, IParseResult newResult) {
        rows.clear();
        super.updateInternalState(oldResult, newResult);
    }

    @Override
    protected void clearInternalState() {
        rows.clear();
        super.clearInternalState();
    }

    @Override
    public void resolveLazyCrossReferences(CancelIndicator monitor) {
        var all = getAllContents();
        while (all.hasNext()) {
            cancellation.checkCanceled(monitor);
            var element = all.next();
            if (element instanceof Entry row) {
                all.prune();
                if (!rows.containsKey(row)) {
                    resolve(row);
                }
            } else {
                resolveReferences(element);
            }
        }
    }

    /** Resolves the references in a row; returns whether all of them could be resolved. */
    private boolean resolve(Entry row) {
        var complete = true;
        for (var all = EcoreUtil.<EObject>getAllProperContents(List.of(row), false); all.hasNext(); ) {
            complete &= resolveReferences(all.next());
        }
        if (complete) {
            rows.put(row, null);
        }
        return complete;
    }

    private boolean resolveReferences(EObject element) {
        var complete = true;
        for (var reference : element.eClass().getEAllReferences()) {
            if (!reference.isContainment() && !reference.isContainer() && !reference.isDerived()) {
                resolveLazyCrossReference((InternalEObject) element, reference);
                complete &= reference.isMany()
                        || !(element.eGet(reference, false) instanceof EObject target)
                        || !target.eIsProxy();
            }
        }
        return complete;
    }

    /** Returns the cached diagnostics of a row; null if none are cached. */
    public List<org.eclipse.emf.common.util.Diagnostic> cachedDiagnostics(Entry row) {
        return rows.get(row);
    }

    /** Caches the diagnostics of a row until the row changes; ignored if its references are not all resolved. */
    public void cacheDiagnostics(Entry row, List<org.eclipse.emf.common.util.Diagnostic> diagnostics) {
        if (rows.containsKey(row)) {
            rows.put(row, List.copyOf(diagnostics));
        }
    }
}
