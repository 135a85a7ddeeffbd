/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.BidiTreeIterable;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/**
 * Reports the slips in a text in place of the errors of the parser, and drops problems of elements that the parser
 * misread because of a slip.
 */
final class Reports {

    private final XtextResource file;
    private final String text;
    private final KnownNames known;
    private final Diagnosis diagnosis;
    /** The offsets of the elements of the text. The value tells whether the parser read the element correctly. */
    private final TreeMap<Integer, Boolean> intact = new TreeMap<>();
    /** The offset of the first element after the head of the file. */
    private int headEnd = Integer.MAX_VALUE;

    private final Set<String> declared = new HashSet<>();
    private final Set<EClass> unnamed = new HashSet<>();

    Reports(XtextResource file, BieuGrammarAccess grammar) {
        this.file = file;
        this.text = file.getParseResult().getRootNode().getText();
        this.known = new KnownNames(file);
        this.diagnosis = Diagnosis.of(text, grammar, known);
        findElements();
        findNames();
    }

    /** Returns whether the errors of the parser are explained. */
    boolean explained() {
        return !diagnosis.slips().isEmpty();
    }

    /** Returns whether the parser read the element at an offset correctly. */
    boolean isIntact(int offset) {
        return offset < diagnosis.unread() && intact.floorEntry(offset).getValue();
    }

    /** Returns whether the head of the file, with the libraries that it uses, was read correctly. */
    boolean isHeadIntact() {
        return intact.headMap(Math.min(headEnd, text.length()), headEnd > text.length()).values().stream()
                .allMatch(each -> each);
    }

    /** Returns the names that are declared in elements that are not intact. */
    Set<String> declared() {
        return declared;
    }

    /** Returns the classes of the elements whose names are missing. */
    Set<EClass> unnamed() {
        return unnamed;
    }

    private void findElements() {
        intact.put(0, true);
        var words = diagnosis.words();
        for (int i = 0; i < words.size() && words.get(i).start() < diagnosis.unread(); i++) {
            var word = words.get(i);
            if (!word.isEnd()
                    && diagnosis.reading().begins(diagnosis.before(i), diagnosis.after(i), diagnosis.after(i + 1))) {
                intact.put(word.start(), false);
                if (!word.text().equals("dùng")) {
                    headEnd = Math.min(headEnd, word.start());
                }
            }
        }
        for (var node : file.getParseResult().getRootNode().getChildren()) {
            if (node instanceof ICompositeNode element && intact.containsKey(element.getOffset())) {
                var next = intact.higherKey(element.getOffset());
                intact.put(
                        element.getOffset(),
                        !hasErrors(element) && element.getEndOffset() <= (next == null ? text.length() : next));
            }
        }
        diagnosis.repaired().forEach(offset -> intact.put(intact.floorKey(offset), false));
        diagnosis.slips().forEach(slip -> intact.put(intact.floorKey(slip.start()), false));
    }

    private static boolean hasErrors(INode node) {
        if (node instanceof BidiTreeIterable<?> tree) {
            for (var each : tree) {
                if (((INode) each).getSyntaxErrorMessage() != null) {
                    return true;
                }
            }
        }
        return node.getSyntaxErrorMessage() != null;
    }

    /** Collects the names that the repaired text declares. */
    private void findNames() {
        var words = diagnosis.words();
        for (int i = 0; i < words.size() && words.get(i).start() < diagnosis.unread(); i++) {
            var word = words.get(i);
            var isMissing = word.text().isEmpty() && word.type().equals(Word.NAME);
            if (isIntact(word.start()) || !word.isLetters() && !isMissing) {
                continue;
            }
            for (var read : diagnosis.after(i).read()) {
                if (read.isDeclaration()
                        && GrammarUtil.containingRule(read.assignment())
                                        .getType()
                                        .getClassifier()
                                instanceof EClass type) {
                    if (isMissing) {
                        unnamed.add(type);
                    } else {
                        known.add(type, word.text());
                        declared.add(word.text());
                    }
                }
            }
        }
    }

    /** Returns the slips, the unknown names around them, and the problems of intact elements. */
    List<Issue> of(List<Issue> found) {
        var reported = new ArrayList<Issue>();
        diagnosis.slips().forEach(slip -> reported.add(SlipIssues.of(slip, text)));
        if (isHeadIntact()) {
            reported.addAll(unknownNames());
        }
        for (var issue : found) {
            if (isIntact(issue.getOffset() == null ? 0 : issue.getOffset()) && !issue.isSyntaxError()) {
                reported.add(issue);
            }
        }
        return reported;
    }

    /** Returns the unknown names in the elements that the parser could not read. */
    private List<Issue> unknownNames() {
        var issues = new ArrayList<Issue>();
        var words = diagnosis.words();
        for (int i = 0; i < words.size() && words.get(i).start() < diagnosis.unread(); i++) {
            var word = words.get(i);
            if (word.isLetters() && !word.isAssumed() && !isIntact(word.start()) && !isQualified(i) && !isSlip(word)) {
                unknown(i).ifPresent(issues::add);
            }
        }
        return issues;
    }

    private boolean isQualified(int index) {
        var words = diagnosis.words();
        return words.get(index + 1).text().equals(".")
                || index > 0 && words.get(index - 1).text().equals(".");
    }

    private boolean isSlip(Word word) {
        return diagnosis.slips().stream().anyMatch(slip -> slip.start() < word.end() && word.start() < slip.end());
    }

    private Optional<Issue> unknown(int index) {
        var name = diagnosis.words().get(index);
        EClass type = null;
        for (var read : diagnosis.after(index).read()) {
            var reference = read.reference();
            if (reference == null
                    || !(reference.getType().getClassifier() instanceof EClass referred)
                    || known.contains(referred, name.text())
                    || unnamed.stream().anyMatch(referred::isSuperTypeOf)) {
                return Optional.empty();
            }
            type = referred;
        }
        if (type == null) {
            return Optional.empty();
        }
        var kind = Wording.kind(type);
        var similar = Similar.to(name.text(), known.of(type));
        var data = similar.map(each -> new String[] {kind, name.text(), each}).orElse(new String[] {kind, name.text()});
        return Optional.of(SlipIssues.at(
                text,
                name.start(),
                name.end(),
                HeldBack.UNKNOWN,
                Severity.ERROR,
                DslMessages.ALL.text(similar.isPresent() ? "LINK-UNKNOWN-SIMILAR" : HeldBack.UNKNOWN, (Object[]) data),
                data));
    }
}
