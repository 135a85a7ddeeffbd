/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.navigation;

import static org.bieumau.model.BieumauPackage.Literals.MEMBER_ACCESS__NAME;
import static org.bieumau.model.BieumauPackage.Literals.RULE__MESSAGE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.resolved.Rules;
import org.bieumau.dsl.ide.internal.Expressions;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Expression;
import org.bieumau.model.Indicator;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.NameReference;
import org.bieumau.model.Rule;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Finds the paths by which a file names rows that are printed with forms: in references, expressions and messages of
 * rules.
 */
public final class RowPaths {

    private static final Pattern PATH = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*(?:\\.[\\p{L}_][\\p{L}\\d_]*)*");

    /**
     * A path in a file.
     *
     * @param offset offset in the file
     * @param length length in UTF-16 code units
     * @param row the row that the path names
     */
    public record Use(int offset, int length, Indicator row) {}

    private final Predicate<Indicator> wanted;
    private final List<Use> uses = new ArrayList<>();

    private RowPaths(Predicate<Indicator> wanted) {
        this.wanted = wanted;
    }

    /** Returns the paths in a file that name rows which satisfy the condition, in the order of the text. */
    public static List<Use> in(Resource file, Predicate<Indicator> wanted) {
        var paths = new RowPaths(wanted);
        for (var each = EcoreUtil.<EObject>getAllContents(file, false); each.hasNext(); ) {
            paths.find(each.next());
        }
        return paths.uses.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Use::offset))
                .toList();
    }

    /**
     * Returns a file in the same folder that names rows which satisfy the condition; empty if none does. It loads the
     * files of the folder.
     */
    public static Optional<Resource> elsewhere(XtextResource file, Predicate<Indicator> wanted) {
        Libraries.readable(LibraryIndex.beside(file.getURI()), file.getResourceSet());
        return List.copyOf(file.getResourceSet().getResources()).stream()
                .filter(each -> each != file && each.getURI().isFile())
                .filter(each -> !in(each, wanted).isEmpty())
                .findFirst();
    }

    private void find(EObject element) {
        for (var reference : element.eClass().getEAllReferences()) {
            if (reference.getEReferenceType() == BieumauPackage.Literals.INDICATOR
                    && !reference.isContainment()
                    && element.eGet(reference) instanceof Indicator row) {
                NodeModelUtils.findNodesForFeature(element, reference)
                        .forEach(node -> add(node.getOffset(), node.getEndOffset(), row));
            }
        }
        switch (element) {
            case Expression expression
            when isWhole(expression) -> Expressions.row(expression).ifPresent(row -> add(expression, row.source()));
            case Rule rule -> findInMessage(rule);
            default -> {}
        }
    }

    /** Returns whether an expression is not the beginning of a longer path. */
    private static boolean isWhole(Expression expression) {
        return (expression instanceof NameReference || expression instanceof MemberAccess)
                && !(expression.eContainer() instanceof MemberAccess outer
                        && outer.getOwner() == expression
                        && Expressions.row(outer).isPresent());
    }

    private void add(Expression path, Indicator row) {
        var first = path;
        while (first instanceof MemberAccess access
                && Expressions.row(access.getOwner()).isPresent()) {
            first = access.getOwner();
        }
        var from = name(first);
        var to = name(path);
        if (from.isPresent() && to.isPresent()) {
            add(from.get().getOffset(), to.get().getEndOffset(), row);
        }
    }

    private static Optional<INode> name(Expression expression) {
        return expression instanceof MemberAccess
                ? NodeModelUtils.findNodesForFeature(expression, MEMBER_ACCESS__NAME).stream()
                        .findFirst()
                : Optional.ofNullable(NodeModelUtils.findActualNodeFor(expression));
    }

    private void findInMessage(Rule rule) {
        if (rule.getMessage() == null || !rule.getMessage().contains("{")) {
            return;
        }
        var rows = Expressions.template(rule).map(GivenRows::of);
        if (rows.isEmpty() || rows.get().isEmpty()) {
            return;
        }
        for (var node : NodeModelUtils.findNodesForFeature(rule, RULE__MESSAGE)) {
            Rules.VALUE.matcher(node.getText()).results().forEach(value -> {
                var path = PATH.matcher(value.group(1));
                if (path.find()) {
                    var offset = node.getTotalOffset() + value.start(1) + path.start();
                    row(rows.get(), path.group())
                            .ifPresent(row -> add(offset, offset + row.path().length(), row.source()));
                }
            });
        }
    }

    /** Returns the row whose path is the longest beginning of a path. */
    private static Optional<GivenRow> row(GivenRows rows, String path) {
        for (var end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            var row = rows.row(path.substring(0, end));
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private void add(int from, int to, Indicator row) {
        if (wanted.test(row)) {
            uses.add(new Use(from, to - from, row));
        }
    }
}
