/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.quickfix;

import static org.bieumau.model.BieumauPackage.Literals.LIBRARY__LANGUAGE_VERSION;
import static org.bieumau.model.BieumauPackage.Literals.LIBRARY__NAME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.check.SpellingChecks;
import org.bieumau.core.internal.check.SpellingChecks.StyledWord;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.conversion.WrittenRange;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.model.Document;
import org.bieumau.model.Library;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Quick fixes for spelling that do more than replace a word. */
final class SpellingFixes {

    /** The reason in the file, which is in Vietnamese whatever the language of the user. */
    private static final String REASON = "Từ riêng của cơ quan";

    private SpellingFixes() {}

    /**
     * Returns the fixes that accept a word from now on: in the library of the office, which is the first one that the
     * file uses, and in the file itself.
     */
    static List<QuickFix> accepting(String written, XtextResource resource) {
        var word = written.toLowerCase(VietnameseText.LOCALE);
        var own = Libraries.library(resource);
        if (own.isEmpty()) {
            return List.of();
        }
        var fixes = new ArrayList<QuickFix>();
        office(own.get(), resource)
                .ifPresent(library -> fixes.add(new QuickFix(
                        IdeMessages.ALL.text(
                                "fix.dictionary", word, library.getURI().lastSegment()),
                        entry(word, library),
                        library.getURI())));
        fixes.add(new QuickFix(IdeMessages.ALL.text("fix.dictionary.file", word), entry(word, resource)));
        return fixes;
    }

    private static Optional<XtextResource> office(Library library, XtextResource resource) {
        var index = LibraryIndex.of(resource.getResourceSet());
        var files = library.getUses().stream()
                .filter(use -> use.getLibraryName() != null)
                .flatMap(use -> index.files(use.getLibraryName(), resource.getURI()).stream())
                .filter(URI::isFile)
                .toList();
        return Libraries.readable(files, resource.getResourceSet()).stream()
                .filter(file -> file != resource && file.getErrors().isEmpty())
                .findFirst();
    }

    /** Returns the edit that adds a word at the head of a file. */
    private static TextEdit entry(String word, XtextResource file) {
        var library = Libraries.library(file).orElseThrow();
        var text = file.getParseResult().getRootNode().getText();
        var entry = "bỏ qua " + word + " \"" + REASON + "\"";
        var head = new ArrayList<EObject>(library.getUses());
        head.addAll(library.getSuppressions());
        var end = head.stream()
                .map(NodeModelUtils::findActualNodeFor)
                .mapToInt(node -> node.getEndOffset())
                .max()
                .orElseGet(() -> endOfName(library));
        if (end < 0) {
            return new TextEdit(0, 0, entry + "\n\n");
        }
        return new TextEdit(lineEnd(text, end), 0, (head.isEmpty() ? "\n\n" : "\n") + entry);
    }

    /** Returns the end of the name or version of a library; -1 if it has neither. */
    private static int endOfName(Library library) {
        var end = -1;
        for (var feature : List.of(LIBRARY__LANGUAGE_VERSION, LIBRARY__NAME)) {
            for (var node : NodeModelUtils.findNodesForFeature(library, feature)) {
                end = Math.max(end, node.getEndOffset());
            }
        }
        return end;
    }

    /** Returns the end of the line of an offset if only a comment follows, so that it stays in its line. */
    private static int lineEnd(String text, int offset) {
        var newline = text.indexOf('\n', offset);
        var end = newline < 0 ? text.length() : newline;
        if (end > offset && text.charAt(end - 1) == '\r') {
            end--;
        }
        var rest = text.substring(offset, end).strip();
        return rest.isEmpty() || rest.startsWith("//") ? end : offset;
    }

    /** Returns the fix that writes all words of a document in the more frequent style of tone marks. */
    static Optional<QuickFix> unified(EObject element, String text) {
        var document = EcoreUtil2.getContainerOfType(element, Document.class);
        if (document == null) {
            return Optional.empty();
        }
        var words = SpellingChecks.inOtherStyle(document);
        var edits = words.stream()
                .flatMap(word -> edit(word, text).stream())
                .sorted(Comparator.comparingInt(TextEdit::offset))
                .toList();
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuickFix(
                        IdeMessages.ALL.text(
                                "fix.style",
                                edits.size(),
                                words.getFirst().word(),
                                words.getFirst().right()),
                        TextEdit.between(text, TextEdit.apply(edits, text))));
    }

    private static Optional<TextEdit> edit(StyledWord word, String text) {
        var nodes = NodeModelUtils.findNodesForFeature(word.element(), word.feature());
        if (nodes.size() != 1) {
            return Optional.empty();
        }
        var range = WrittenRange.of(word.range(), nodes.getFirst());
        return Optional.of(new TextEdit(range.start(), range.end() - range.start(), word.right()));
    }
}
