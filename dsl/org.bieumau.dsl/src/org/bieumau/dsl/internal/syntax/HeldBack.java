/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import static org.bieumau.model.BieumauPackage.Literals.ARGUMENT__PARAMETER;
import static org.bieumau.model.BieumauPackage.Literals.CELL__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DRAFTING_UNIT;
import static org.bieumau.model.BieumauPackage.Literals.ENTRY__INDICATOR;
import static org.bieumau.model.BieumauPackage.Literals.ENTRY__PARENT;
import static org.bieumau.model.BieumauPackage.Literals.FORM_TEMPLATE__ORDINAL_IN;
import static org.bieumau.model.BieumauPackage.Literals.INDICATOR_CHANGE;
import static org.bieumau.model.BieumauPackage.Literals.MAPPING;
import static org.bieumau.model.BieumauPackage.Literals.SECTION__TERM;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__SIGNER;
import static org.bieumau.model.BieumauPackage.Literals.SOURCE_COLUMN__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.TEMPLATE_CHANGE;
import static org.bieumau.model.BieumauPackage.Literals.TERM_VALUE__TERM;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.Cell;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.model.Document;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Mapping;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/**
 * Holds back the problems that follow from another one: those of an element that has an unknown name or a value that
 * cannot be read, or uses an element with a slip, and the unknown names that are looked up in an unknown element. They
 * are reported once their cause is mended, if they are still true.
 */
final class HeldBack {

    static final String UNKNOWN = "LINK-UNKNOWN";
    private static final String VALUE = "SYNTAX-VALUE";
    private static final String UNKNOWN_LIBRARY = "LIBRARY-UNKNOWN";

    /** Problems that are true whatever the unknown names mean. */
    private static final Set<String> CERTAIN = Set.of(
            UNKNOWN,
            UNKNOWN_LIBRARY,
            "LIBRARY-BROKEN",
            "NAME-DUPLICATE",
            "TEMPLATE-CYCLE",
            "SETTING-TWICE",
            "CELL-DUPLICATE",
            VALUE,
            "VERSION",
            "VERSION-OLD",
            "DATE-ORDER");

    /** References of forms to names that their template declares. */
    private static final Set<EReference> OF_TEMPLATE =
            Set.of(CELL__COLUMN, SECTION__TERM, SOURCE_COLUMN__COLUMN, ENTRY__INDICATOR, ENTRY__PARENT);

    /** A name that could not be resolved, with its element, the object that refers to it and the reference. */
    private record Unresolved(LibraryElement element, EObject from, EReference reference, String name) {}

    private final XtextResource file;
    /** The slips in the file; null if there are none. */
    private final Reports slips;

    private final boolean librariesKnown;
    private final Map<Issue, Unresolved> unresolved = new LinkedHashMap<>();
    private final Set<Entry> rows = new HashSet<>();
    private final Set<LibraryElement> held = new HashSet<>();

    private HeldBack(XtextResource file, Reports slips, List<Issue> found) {
        this.file = file;
        this.slips = slips;
        this.librariesKnown = (slips == null || slips.isHeadIntact())
                && found.stream().noneMatch(issue -> UNKNOWN_LIBRARY.equals(issue.getCode()));
        for (var issue : found) {
            if (UNKNOWN.equals(issue.getCode())) {
                unresolved(issue).ifPresent(each -> unresolved.put(issue, each));
            }
        }
        findElements();
        found.stream().filter(issue -> VALUE.equals(issue.getCode())).forEach(this::holdAround);
    }

    /**
     * Returns the problems without those that follow from others. If each error follows from another one, all are
     * reported, so that a file with errors never passes for one without.
     *
     * @param slips the slips in the file; null if there are none
     */
    static List<Issue> without(XtextResource file, Reports slips, List<Issue> found, Explanation explanation) {
        var held = new HeldBack(file, slips, found);
        var reported = new ArrayList<Issue>();
        var names = new HashSet<String>();
        LibraryElement misread = null;
        for (var issue : found) {
            if (!held.isReported(issue)) {
                continue;
            }
            if (!UNKNOWN.equals(issue.getCode())) {
                reported.add(issue);
                continue;
            }
            var element = held.unresolved.containsKey(issue) ? held.unresolved.get(issue).element : null;
            if (!names.add(name(issue)) || element != null && element == misread) {
                continue;
            }
            var explained = element == null ? Optional.<Issue>empty() : explanation.of(issue, element);
            reported.add(explained.orElse(issue));
            if (explained.filter(each -> each.getCode().startsWith("SYNTAX")).isPresent()) {
                misread = element;
            }
        }
        return slips == null
                        && found.stream().anyMatch(HeldBack::isError)
                        && reported.stream().noneMatch(HeldBack::isError)
                ? found
                : reported;
    }

    private static boolean isError(Issue issue) {
        return issue.getSeverity() == Severity.ERROR;
    }

    /** Returns whether other problems can follow from one with a code. */
    static boolean isCause(String code) {
        return UNKNOWN.equals(code) || UNKNOWN_LIBRARY.equals(code) || VALUE.equals(code);
    }

    /** Returns whether the parser read everything but some values. */
    static boolean areValues(List<Issue> found) {
        var errors = found.stream().filter(Issue::isSyntaxError).toList();
        return !errors.isEmpty() && errors.stream().allMatch(error -> VALUE.equals(error.getCode()));
    }

    private static String name(Issue issue) {
        var data = issue.getData();
        return data == null || data.length < 2 ? issue.getMessage() : data[0] + " " + data[1];
    }

    private Optional<Unresolved> unresolved(Issue issue) {
        var root = file.getParseResult().getRootNode();
        INode node = NodeModelUtils.findLeafNodeAtOffset(root, issue.getOffset());
        while (node != null && !(node.getGrammarElement() instanceof CrossReference)) {
            node = node.getParent();
        }
        if (node == null || slips != null && !slips.isIntact(issue.getOffset())) {
            return Optional.empty();
        }
        var from = NodeModelUtils.findActualSemanticObjectFor(node);
        var element = EcoreUtil2.getContainerOfType(from, LibraryElement.class);
        var data = issue.getData();
        return element == null
                ? Optional.empty()
                : Optional.of(new Unresolved(
                        element,
                        from,
                        GrammarUtil.getReference((CrossReference) node.getGrammarElement(), from.eClass()),
                        data == null || data.length < 2 ? "" : data[1]));
    }

    // Elements that cannot be checked

    private void findElements() {
        var elements = Libraries.library(file)
                .map(library -> List.copyOf(library.getElements()))
                .orElse(List.of());
        var broken = new HashSet<String>(slips == null ? Set.of() : slips.declared());
        for (var each : unresolved.values()) {
            var row = EcoreUtil2.getContainerOfType(each.from, Entry.class);
            if (row == null) {
                held.add(each.element);
            } else {
                rows.add(row);
            }
        }
        held.forEach(each -> broken.add(String.valueOf(each.getName())));
        var uses = new HashMap<LibraryElement, Set<String>>();
        elements.forEach(each -> uses.put(each, names(each)));
        for (var grows = true; grows; ) {
            grows = false;
            for (var each : elements) {
                if (!held.contains(each) && uses.get(each).stream().anyMatch(broken::contains)) {
                    held.add(each);
                    grows |= each.getName() != null && broken.add(each.getName());
                }
            }
        }
    }

    /** Holds back the problems of the row or element with a value that could not be read. */
    private void holdAround(Issue value) {
        var node = NodeModelUtils.findLeafNodeAtOffset(file.getParseResult().getRootNode(), value.getOffset());
        var object = node == null ? null : NodeModelUtils.findActualSemanticObjectFor(node);
        var row = EcoreUtil2.getContainerOfType(object, Entry.class);
        var element = EcoreUtil2.getContainerOfType(object, LibraryElement.class);
        if (row != null) {
            rows.add(row);
        } else if (element != null) {
            held.add(element);
        }
    }

    /** Returns the names in the text of an element, other than its own. */
    private static Set<String> names(LibraryElement element) {
        var names = new HashSet<String>();
        var node = NodeModelUtils.findActualNodeFor(element);
        if (node != null) {
            for (ILeafNode leaf : node.getLeafNodes()) {
                if (!leaf.isHidden() && !(leaf.getGrammarElement() instanceof RuleCall call && isText(call))) {
                    names.add(leaf.getText());
                }
            }
        }
        names.remove(element.getName());
        return names;
    }

    private static boolean isText(RuleCall call) {
        return switch (call.getRule().getName()) {
            case Word.STRING, "PROSE_TEXT", "PROSE_MARKER" -> true;
            default -> false;
        };
    }

    // Problems

    private boolean isReported(Issue issue) {
        if (UNKNOWN.equals(issue.getCode())) {
            var name = unresolved.get(issue);
            return name == null ? librariesKnown : isCause(name);
        }
        if (CERTAIN.contains(String.valueOf(issue.getCode())) || issue.isSyntaxError()) {
            return true;
        }
        var element = element(issue);
        var around = element == null ? null : EcoreUtil2.getContainerOfType(element, LibraryElement.class);
        if (around == null) {
            return true;
        }
        var row = EcoreUtil2.getContainerOfType(element, Entry.class);
        var hasUnknownRows = around instanceof Form
                && row == null
                && rows.stream().anyMatch(each -> EcoreUtil2.isAncestor(around, each));
        return !held.contains(around) && !hasUnknownRows && (!rows.contains(row) || isCertainInRow(issue.getCode()));
    }

    /** Returns whether a problem of a row is true whatever its unknown names mean. */
    private static boolean isCertainInRow(String code) {
        return code.equals("FORM-DUPLICATE") || code.equals("FORM-EXACTLY-ONE") || code.startsWith("FORM-TYPE-");
    }

    private EObject element(Issue issue) {
        var uri = issue.getUriToProblem();
        return uri == null || uri.fragment() == null ? null : file.getEObject(uri.fragment());
    }

    /** Returns whether an unknown name is not explained by a slip or another unknown name. */
    private boolean isCause(Unresolved name) {
        if (!librariesKnown) {
            return false;
        }
        var type = name.reference.getEReferenceType();
        if (slips != null
                && (slips.declared().contains(name.name)
                        || slips.unnamed().stream().anyMatch(type::isSuperTypeOf))) {
            return false;
        }
        return places(name).noneMatch(place -> place != null && (place.eIsProxy() || isHeld(place)));
    }

    private boolean isHeld(EObject place) {
        var element = EcoreUtil2.getContainerOfType(place, LibraryElement.class);
        if (element == null || element.eResource() != file) {
            return false;
        }
        var node = NodeModelUtils.findActualNodeFor(element);
        return held.contains(element) || slips != null && node != null && !slips.isIntact(node.getOffset());
    }

    /** Returns the elements in which a name is looked up. */
    private static Stream<EObject> places(Unresolved name) {
        var form = EcoreUtil2.getContainerOfType(name.from, Form.class);
        var document = EcoreUtil2.getContainerOfType(name.from, Document.class);
        if (OF_TEMPLATE.contains(name.reference) && form != null) {
            return Stream.of(form.getTemplate());
        }
        var mapping = EcoreUtil2.getContainerOfType(name.from, Mapping.class);
        if (mapping != null && name.reference.getEContainingClass() != MAPPING) {
            return Stream.of(mapping.getTemplate());
        }
        if (name.reference == TERM_VALUE__TERM) {
            var cell = EcoreUtil2.getContainerOfType(name.from, Cell.class);
            return cell == null ? Stream.of() : Stream.of(cell.getColumn(), form == null ? null : form.getTemplate());
        }
        var copy = EcoreUtil2.getContainerOfType(name.from, CertifiedCopy.class);
        if (name.reference == SIGNATURE__SIGNER && copy != null) {
            return Stream.of(copy.getAgency());
        }
        if ((name.reference == DOCUMENT__DRAFTING_UNIT || name.reference == SIGNATURE__SIGNER) && document != null) {
            return Stream.of(document.getAgency(), document.getTemplate());
        }
        if (name.reference == ARGUMENT__PARAMETER && document != null) {
            return Stream.of(document.getTemplate());
        }
        if (name.reference == FORM_TEMPLATE__ORDINAL_IN
                || TEMPLATE_CHANGE.isSuperTypeOf(name.reference.getEContainingClass())
                || INDICATOR_CHANGE.isSuperTypeOf(name.reference.getEContainingClass())) {
            var template = EcoreUtil2.getContainerOfType(name.from, FormTemplate.class);
            return template == null ? Stream.of() : Stream.of(template.getBase());
        }
        return Stream.of();
    }
}
