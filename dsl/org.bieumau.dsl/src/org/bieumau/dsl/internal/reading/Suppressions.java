/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.reading;

import static org.bieumau.model.BieumauPackage.Literals.SUPPRESSION__CODE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.check.SpellingChecks;
import org.bieumau.core.internal.resolved.LibraryRules;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.Packs;
import org.bieumau.model.Citation;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.ProseLine;
import org.bieumau.model.Rule;
import org.bieumau.model.Suppression;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/**
 * Separates the issues of a file that are silenced by a suppression, in the file itself or in a library, from the
 * others.
 */
final class Suppressions {

    /** Errors that break a rule of a form or document, but do not make it impossible to print. */
    private static final Set<String> RULES = Set.of(
            "DOCUMENT-RULE",
            "FORM-RULE",
            "FORM-REQUIRED",
            "FORM-EXACTLY-ONE",
            "FORM-EXACTLY-ONE-NONE",
            "FORM-AT-LEAST",
            "FORM-ENTRIES",
            "FORM-PART",
            "FORM-PART-ORDER",
            "FORM-PLACEHOLDER",
            "FORM-SECTION-EMPTY",
            "FORM-TEMPLATE-DATE");

    /** The keys of all messages, including the codes of all problems except those of plug-ins. */
    private static final Set<String> MESSAGES = Stream.of(CoreMessages.ALL, DslMessages.ALL)
            .flatMap(messages -> messages.keys(Locale.ENGLISH).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** A reason that has yet to be written. */
    private static final String OPEN = "…";

    private final XtextResource resource;
    private final List<Range> own = new ArrayList<>();
    private final Map<LibraryElement, List<Suppression>> ofLibraries = new HashMap<>();
    private final Set<Suppression> used = new HashSet<>();
    private final Set<Suppression> refused = new HashSet<>();

    /** The part of the text in which a suppression applies, as offsets. */
    private record Range(Suppression suppression, int start, int end) {

        boolean contains(int offset) {
            return offset >= start && offset < end;
        }
    }

    private Suppressions(XtextResource resource) {
        this.resource = resource;
    }

    /** Separates issues, and adds those of the suppressions themselves. */
    static ProblemFinder.Found apply(XtextResource resource, List<Issue> issues) {
        return Libraries.library(resource)
                .map(library -> new Suppressions(resource).separate(library, issues))
                .orElseGet(() -> new ProblemFinder.Found(issues, List.of()));
    }

    private ProblemFinder.Found separate(Library library, List<Issue> issues) {
        // A file without this word is skipped, since it may have many thousands of rows.
        if (resource.getParseResult().getRootNode().getText().contains("qua")) {
            suppressions(library).forEach(each -> range(each).ifPresent(own::add));
        }
        var shown = new ArrayList<Issue>();
        var silenced = new ArrayList<ProblemFinder.SilencedIssue>();
        for (var issue : issues) {
            var suppression = suppression(library, issue);
            if (suppression.isEmpty()) {
                shown.add(issue);
            } else if (!isWord(suppression.get(), issue)) {
                silenced.add(
                        new ProblemFinder.SilencedIssue(issue, suppression.get().getReason()));
            }
        }
        own.forEach(each -> check(library, each.suppression(), shown));
        return new ProblemFinder.Found(shown, silenced);
    }

    private static Stream<Suppression> suppressions(EObject root) {
        Iterable<EObject> all = () -> EcoreUtil.getAllContents(root, false);
        return StreamSupport.stream(all.spliterator(), false)
                .filter(Suppression.class::isInstance)
                .map(Suppression.class::cast);
    }

    /** Returns where a suppression applies; empty for one at the end of prose. */
    private static Optional<Range> range(Suppression suppression) {
        var container = suppression.eContainer();
        if (container instanceof Library) {
            return Optional.of(new Range(suppression, 0, Integer.MAX_VALUE));
        }
        var target = suppression.eContainmentFeature().getEType().getInstanceClass() == ProseLine.class
                ? next(suppression, (List<?>) container.eGet(suppression.eContainmentFeature()))
                : Optional.of(container);
        return Optional.of(target.map(NodeModelUtils::findActualNodeFor)
                .map(node -> new Range(suppression, node.getOffset(), node.getEndOffset()))
                .orElse(new Range(suppression, 0, 0)));
    }

    /** Returns the next line that is not a suppression. */
    private static Optional<EObject> next(Suppression suppression, List<?> lines) {
        return lines.stream()
                .skip(lines.indexOf(suppression))
                .filter(line -> !(line instanceof Suppression))
                .map(EObject.class::cast)
                .findFirst();
    }

    private Optional<Suppression> suppression(Library library, Issue issue) {
        var offset = issue.getOffset() == null ? 0 : issue.getOffset();
        var found = Stream.of(
                        own.stream().filter(range -> range.contains(offset)).map(Range::suppression),
                        ofCitations(issue),
                        ofLibraries(library, offset).stream())
                .flatMap(Function.identity())
                .filter(each -> matches(each, issue) && hasReason(each))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!canBeSilenced(issue)) {
            refused.addAll(found);
            return Optional.empty();
        }
        used.addAll(found);
        return Optional.of(found.getFirst());
    }

    /** Returns the suppressions of the citation that the element with an issue mentions. */
    private Stream<Suppression> ofCitations(Issue issue) {
        var uri = issue.getUriToProblem();
        var element = uri == null ? null : resource.getEObject(uri.fragment());
        return element == null
                ? Stream.of()
                : element.eCrossReferences().stream()
                        .filter(Citation.class::isInstance)
                        .flatMap(citation -> ((Citation) citation).getSuppressions().stream());
    }

    /** Returns the suppressions of other files that apply at an offset, as library rules do. */
    private List<Suppression> ofLibraries(Library library, int offset) {
        var element = library.getElements().stream()
                .filter(each -> {
                    var node = NodeModelUtils.findActualNodeFor(each);
                    return node != null && offset >= node.getOffset() && offset < node.getEndOffset();
                })
                .findFirst();
        return element.isEmpty()
                ? List.of()
                : ofLibraries.computeIfAbsent(
                        element.get(),
                        each -> LibraryRules.libraries(each, Packs.province(each))
                                .filter(other -> other != library)
                                .flatMap(other -> other.getSuppressions().stream())
                                .toList());
    }

    /** Returns whether a suppression names the code of an issue, the rule that reported it, or the misspelt word. */
    private static boolean matches(Suppression suppression, Issue issue) {
        var code = suppression.getCode();
        if (code == null || code.equals(issue.getCode())) {
            return code != null;
        }
        return isRule(issue) && code.equals(subject(issue)) || isWord(suppression, issue);
    }

    /**
     * Returns whether a suppression is an entry of a dictionary. The word is right then, and no problem is silenced.
     */
    private static boolean isWord(Suppression suppression, Issue issue) {
        return SpellingChecks.isWord(issue.getCode())
                && suppression.getCode().equals(subject(issue).toLowerCase(VietnameseText.LOCALE));
    }

    /** Returns what an issue is about: the name of a rule, or a word; empty if it has no data. */
    private static String subject(Issue issue) {
        return issue.getData() == null || issue.getData().length == 0 ? "" : issue.getData()[0];
    }

    private static boolean isRule(Issue issue) {
        return "DOCUMENT-RULE".equals(issue.getCode()) || "FORM-RULE".equals(issue.getCode());
    }

    private static boolean hasReason(Suppression suppression) {
        return suppression.getReason() != null
                && !suppression.getReason().isBlank()
                && !suppression.getReason().strip().equals(OPEN);
    }

    /** Returns whether an issue does not prevent printing. The errors of plug-ins are rules. */
    private static boolean canBeSilenced(Issue issue) {
        var code = issue.getCode();
        return issue.getSeverity() != Severity.ERROR
                || RULES.contains(code)
                || code != null && code.matches("[A-Z0-9-]+") && !hasMessage(code);
    }

    private static boolean hasMessage(String code) {
        return MESSAGES.contains(code);
    }

    // Problems of the suppressions themselves

    private void check(Library library, Suppression suppression, List<Issue> shown) {
        var code = suppression.getCode();
        if (code == null) {
            return;
        }
        if (!hasReason(suppression)) {
            report("SUPPRESSION-REASON", suppression, shown);
        } else if (refused.contains(suppression)) {
            report("SUPPRESSION-REFUSED", suppression, shown);
        } else if (!used.contains(suppression)) {
            if (!isKnown(library, code)) {
                report("SUPPRESSION-UNKNOWN", suppression, shown);
            } else if (!isForOthers(library, suppression)
                    && resource.getErrors().isEmpty()) {
                report("SUPPRESSION-UNUSED", suppression, shown);
            }
        }
    }

    private static boolean isKnown(Library library, String code) {
        return hasMessage(code) && code.matches("[A-Z0-9-]+")
                || SpellingChecks.isMisspelt(code)
                || isOfProfile(library, code)
                || Names.libraries(library).anyMatch(each -> hasRule(each, code));
    }

    /** Returns whether a profile has a check with this code, such as one of stored files or of their looks. */
    private static boolean isOfProfile(Library library, String code) {
        var environment = Environment.of(library);
        return code.startsWith("LOOK-")
                || environment.profileIds().stream()
                        .flatMap(id -> environment.profile(id).stream())
                        .flatMap(profile -> profile.checks().stream())
                        .anyMatch(check -> check.code().equals(code));
    }

    private static boolean hasRule(Library library, String name) {
        Iterable<EObject> all = () -> EcoreUtil.getAllContents(library, false);
        return StreamSupport.stream(all.spliterator(), false)
                .anyMatch(each -> each instanceof Rule rule && name.equals(rule.getName()));
    }

    /**
     * Returns whether a suppression is at the head of a library or at a citation in it, and so is meant for the files
     * that use it, too.
     */
    private static boolean isForOthers(Library library, Suppression suppression) {
        return (suppression.eContainer() == library || suppression.eContainer() instanceof Citation)
                && (library.getName() != null
                        || LibraryRules.PACK_SCHEME.equals(
                                library.eResource().getURI().scheme()));
    }

    private void report(String problem, Suppression suppression, List<Issue> shown) {
        NodeModelUtils.findNodesForFeature(suppression, SUPPRESSION__CODE).stream()
                .findFirst()
                .ifPresent(node -> {
                    var issue = ProblemFinder.issue(
                            resource.getParseResult().getRootNode().getText(),
                            problem,
                            Severity.WARNING,
                            node.getOffset(),
                            suppression.getCode());
                    issue.setLength(node.getLength());
                    shown.add(issue);
                });
    }
}
