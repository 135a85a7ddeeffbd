/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.quickfix;

import static org.bieumau.model.BieumauPackage.Literals.CELL__VALUE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SUBJECT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SYMBOL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bieumau.core.internal.check.SpellingChecks;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.conversion.ProseText;
import org.bieumau.dsl.internal.edit.Indentation;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Fixes;
import org.bieumau.dsl.internal.library.LegacyText;
import org.bieumau.model.Agency;
import org.bieumau.model.Chart;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Leftover;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Prose;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/**
 * Quick fixes for the problems of a file. Only safe fixes are offered: a fix loses nothing of the text except what the
 * problem is about.
 */
public final class QuickFixes {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}(\\.\\d{3})*(,\\d+)?|\\d+(,\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");
    private static final Pattern LABEL = Pattern.compile("(?iu)^(v/v|về việc)[\\s:]+");
    /** Start of a word, so that 5/4/2022 is not found in 15/4/2022. */
    private static final String WORD_BEGINS = "(?<![\\p{L}\\d]|\\d[.,/])";

    private static final String WORD_ENDS = "(?![\\p{L}\\d])";
    private static final String SIMILAR_SEPARATOR = ", ";

    /** Computes the quick fixes of a problem. */
    private interface FixProvider {
        List<QuickFix> of(QuickFixes fixes, Issue issue, String[] data);
    }

    /** The providers by problem code. */
    private static final Map<String, FixProvider> PROVIDERS = new HashMap<>();

    static {
        put(
                (fixes, issue, data) -> fixes.replace(issue, data, 0, 1),
                "DATE-PADDING",
                "MONTH-PADDING",
                "CAPITAL-PROVISION",
                "CAPITAL-PLACE",
                "CAPITAL-LAW",
                "CAPITAL-HOLIDAY",
                "CAPITAL-START",
                "CAPITAL-SENTENCE",
                "CAPITAL-AGENCY",
                "CAPITAL-DOCUMENT",
                SpellingChecks.TONE,
                "NUMBER-FORMAT",
                "CITATION-ISSUER",
                "NUMBERING",
                "LIBRARY-UNKNOWN",
                "BASIS-MARK",
                "RECIPIENT-MARK");
        put(
                (fixes, issue, data) ->
                        data.length < 1 ? List.of() : fixes.replace(issue, new String[] {data[0], "0" + data[0]}, 0, 1),
                "NUMBER-PADDING");
        put(
                (fixes, issue, data) -> data.length < 2
                        ? List.of()
                        : Stream.concat(
                                        Arrays.stream(data[1].split(SpellingChecks.SEPARATOR))
                                                .map(word -> fixes.replaceRange(issue, word)),
                                        SpellingFixes.accepting(data[0], fixes.resource).stream())
                                .toList(),
                SpellingChecks.WORD);
        put(
                (fixes, issue, data) ->
                        fixes.element(issue).flatMap(element -> SpellingFixes.unified(element, fixes.text)).stream()
                                .toList(),
                SpellingChecks.STYLE);
        put((fixes, issue, data) -> fixes.replace(issue, data, 2, 1), "PROVINCE-CODE");
        put(
                (fixes, issue, data) -> data.length < 3
                        ? List.of()
                        : Arrays.stream(data[2].split(SIMILAR_SEPARATOR))
                                .flatMap(name -> fixes.replace(issue, new String[] {data[1], name}, 0, 1).stream())
                                .toList(),
                "LINK-UNKNOWN");
        put(
                (fixes, issue, data) -> data.length < 2 ? List.of() : List.of(fixes.replaceRange(issue, data[1])),
                "SYNTAX-KEYWORD",
                "SYNTAX-TELEX");
        put(
                (fixes, issue, data) -> data.length < 3 ? List.of() : List.of(fixes.replaceRange(issue, data[2])),
                "LINK-DECLARATION");
        put(
                (fixes, issue, data) ->
                        data.length < 2 ? List.of() : List.of(fixes.missing(issue.getOffset(), data[1])),
                "SYNTAX-MISSING");
        put((fixes, issue, data) -> List.of(insert(issue.getOffset(), "\\", "\\")), "EMPHASIS-OPEN", "BACKSLASH");
        put(
                (fixes, issue, data) -> {
                    var written = fixes.text.substring(issue.getOffset(), issue.getOffset() + issue.getLength());
                    var letters = written.substring(2, written.length() - 2);
                    var bold = "**" + ProseText.lastEscaped(ProseText.firstEscaped(letters)) + "**";
                    return List.of(
                            fixes.replaceRange(issue, bold), fixes.replaceRange(issue, written.replace("*", "\\*")));
                },
                "EMPHASIS-WORD");
        put(
                (fixes, issue, data) -> List.of(fixes.delete(issue.getOffset(), issue.getOffset() + issue.getLength())),
                "SYNTAX-DOUBLE");
        put((fixes, issue, data) -> List.of(fixes.replaceRange(issue, fixes.straight(issue))), "SYNTAX-QUOTE");
        put(
                (fixes, issue, data) -> data.length < 2
                        ? List.of()
                        : List.of(insert(issue.getOffset() + Integer.parseInt(data[1]), "\"", "\"")),
                "SYNTAX-UNCLOSED");
        put(
                (fixes, issue, data) ->
                        fixes.element(issue).flatMap(fixes::delete).stream().toList(),
                "CELL-DUPLICATE",
                "FORM-DROPPED",
                "FORM-HEADING",
                "FORM-PRINTED",
                "FORM-NOT-APPLICABLE",
                "FORM-TYPE-COMPUTED",
                "FORM-TYPE-ORDINAL",
                "FORM-TYPE-MARK",
                "FORM-EXACTLY-ONE");
        put(
                (fixes, issue, data) -> fixes.element(issue)
                        .map(element -> EcoreUtil2.getContainerOfType(element, Leftover.class))
                        .map(leftover -> new LeftoverFixes(fixes.resource, fixes.text).of(leftover))
                        .orElse(List.of()),
                "LEFTOVER");
        put(
                (fixes, issue, data) -> fixes.element(issue)
                        .map(element -> MissingRowsFix.of(element, fixes.resource, fixes.text))
                        .orElse(List.of()),
                "FORM-INDICATOR-MISSING");
        put((fixes, issue, data) -> fixes.value(issue, CELL__VALUE, old -> "X"), "FORM-MARK");
        put(
                (fixes, issue, data) -> fixes.value(
                        issue, CELL__VALUE, old -> old.contains("\"") || old.contains("'") ? old : '"' + old + '"'),
                "FORM-TYPE-TEXT");
        put(
                (fixes, issue, data) -> fixes.value(issue, CELL__VALUE, old -> unquoted(old, AMOUNT)),
                "FORM-TYPE-NUMBER",
                "FORM-TYPE-MONEY");
        put((fixes, issue, data) -> fixes.value(issue, CELL__VALUE, old -> unquoted(old, DATE)), "FORM-TYPE-DATE");
        put((fixes, issue, data) -> fixes.value(issue, DOCUMENT__SUBJECT, old -> without(old, LABEL)), "SUBJECT-LABEL");
        put(
                (fixes, issue, data) -> fixes
                        .element(issue)
                        .map(NodeModelUtils::findActualNodeFor)
                        .map(node -> insert(node.getOffset(), "Như trên", "\"Như trên\" "))
                        .stream()
                        .toList(),
                "ADDRESSEE-AS-ABOVE");
        put(
                (fixes, issue, data) ->
                        fixes.element(issue).flatMap(fixes::symbol).stream().toList(),
                "SYMBOL-TYPE",
                "SYMBOL-AGENCY",
                "SYMBOL-LETTER");
        put(
                (fixes, issue, data) ->
                        fixes
                                .closing()
                                .map(end ->
                                        insert(fixes.text.length(), end.strip().replaceAll("\\s+", " "), end))
                                .stream()
                                .toList(),
                "SYNTAX-END");
        put(
                (fixes, issue, data) ->
                        List.of(fixes.rewritten("fix.version", Fixes.migrate(Fixes.compose(fixes.text)))),
                "VERSION-OLD");
        put(
                (fixes, issue, data) -> List.of(fixes.rewritten("fix.compose", Fixes.compose(fixes.text))),
                "TEXT-DECOMPOSED");
        put(
                (fixes, issue, data) ->
                        LegacyText.of(fixes.text)
                                .map(legacy -> fixes.rewritten("fix.decode", legacy.decoded()))
                                .stream()
                                .toList(),
                "TEXT-LEGACY");
        put(
                (fixes, issue, data) -> Stream.concat(
                                fixes
                                        .element(issue)
                                        .flatMap(element -> TextAsProse.fix(element, issue, fixes.text))
                                        .stream(),
                                fixes.silence(issue).stream())
                        .toList(),
                "TEXT-BRACES");
        put(
                (fixes, issue, data) -> Stream.concat(
                                fixes
                                        .element(issue)
                                        .flatMap(element -> AuthorityLine.fix(element, fixes.text))
                                        .stream(),
                                fixes.silence(issue).stream())
                        .toList(),
                "DOCUMENT-AUTHORITY");
        put(
                (fixes, issue, data) -> fixes.silence(issue).stream().toList(),
                "CITATION-TYPE",
                "CITATION-LATER",
                "CITATION-INCOMPLETE",
                "DIVISION-TITLE",
                "ADDRESSEE-MISSING",
                "ADDRESSEE-SUPERIOR",
                "ADDRESSEE-UNEXPECTED",
                "ARCHIVE-MISSING",
                "SIGNATURE-MISSING",
                "SIGNATURE-DEPUTY",
                "SYMBOL-UNIT",
                "DOCUMENT-PLACE");
    }

    private static void put(FixProvider provider, String... codes) {
        for (var code : codes) {
            PROVIDERS.put(code, provider);
        }
    }

    private final XtextResource resource;
    private final String text;

    private QuickFixes(XtextResource resource) {
        this.resource = resource;
        this.text = resource.getParseResult().getRootNode().getText();
    }

    /** Returns whether there are quick fixes for problems with a code. */
    public static boolean know(String code) {
        return PROVIDERS.containsKey(code);
    }

    /**
     * Returns the quick fixes for a problem, the most likely first; an empty list if the problem needs a decision of
     * the user.
     */
    public static List<QuickFix> of(XtextResource resource, Issue issue) {
        if (resource.getParseResult() == null || !know(issue.getCode()) || issue.getOffset() == null) {
            return List.of();
        }
        return PROVIDERS
                .get(issue.getCode())
                .of(new QuickFixes(resource), issue, issue.getData() == null ? new String[0] : issue.getData());
    }

    /**
     * Returns the edits of the file that fix several problems at once. Problems with more than one quick fix are
     * skipped; of edits that overlap or touch, only the first one is kept.
     */
    public static List<TextEdit> ofAll(XtextResource resource, List<Issue> issues) {
        return ofAll(resource, issues, null);
    }

    /**
     * Returns the same as {@link #ofAll(XtextResource, List)}, but for problems with several quick fixes uses the fix
     * with the given label.
     */
    public static List<TextEdit> ofAll(XtextResource resource, List<Issue> issues, String wanted) {
        var edits = new ArrayList<TextEdit>();
        var end = -1;
        for (var edit : issues.stream()
                .flatMap(issue -> edit(resource, issue, wanted).stream())
                .sorted(Comparator.comparingInt(TextEdit::offset))
                .toList()) {
            if (edit.offset() > end) {
                edits.add(edit);
                end = edit.offset() + edit.length();
            }
        }
        return edits;
    }

    /** Returns the edit that {@link #ofAll} makes for a problem, unless it overlaps with another; empty for none. */
    public static Optional<TextEdit> edit(XtextResource resource, Issue issue, String wanted) {
        return unambiguous(of(resource, issue), wanted);
    }

    private static Optional<TextEdit> unambiguous(List<QuickFix> fixes, String wanted) {
        return fixes.stream()
                .filter(fix ->
                        fix.file() == null && (fixes.size() == 1 || fix.label().equals(wanted)))
                .findFirst()
                .map(QuickFix::edit);
    }

    /**
     * Returns the text that closes everything left open at the end of the file: prose, then braces from the inside out,
     * each on a line of its own.
     */
    private Optional<String> closing() {
        var braces = 0;
        var inProse = false;
        for (var leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
            switch (leaf.isHidden() ? "" : leaf.getText()) {
                case "{" -> braces++;
                case "}" -> braces--;
                case "'''" -> inProse = !inProse;
                default -> {}
            }
        }
        if (braces < 0 || braces == 0 && !inProse) {
            return Optional.empty();
        }
        var end = new StringBuilder(text.endsWith("\n") || text.isEmpty() ? "" : "\n");
        if (inProse) {
            end.append("    ".repeat(braces)).append("'''\n");
        }
        for (int depth = braces - 1; depth >= 0; depth--) {
            end.append("    ".repeat(depth)).append("}\n");
        }
        return Optional.of(end.toString());
    }

    /**
     * Silences a problem before its line of prose, or at the beginning of its document, form, template or agency. The
     * reason is left to the user.
     */
    private Optional<QuickFix> silence(Issue issue) {
        var line = text.lastIndexOf('\n', issue.getOffset() - 1) + 1;
        var silent = "bỏ qua " + issue.getCode() + " \"…\"";
        var element = element(issue);
        var prose = element.map(each -> EcoreUtil2.getContainerOfType(each, Prose.class))
                .map(NodeModelUtils::findActualNodeFor);
        if (prose.isPresent() && prose.get().getOffset() < line) {
            return Optional.of(new QuickFix(
                    IdeMessages.ALL.text("fix.silence", issue.getCode()),
                    new TextEdit(line, 0, Indentation.at(text, issue.getOffset()) + silent + "\n")));
        }
        return element.map(each -> EcoreUtil2.getContainerOfType(each, LibraryElement.class))
                .filter(each -> each instanceof Document
                        || each instanceof Form
                        || each instanceof FormTemplate
                        || each instanceof Chart
                        || each instanceof Agency)
                .map(each -> NodeModelUtils.findActualNodeFor(each))
                .flatMap(node -> StreamSupport.stream(node.getLeafNodes().spliterator(), false)
                        .filter(leaf -> leaf.getText().equals("{"))
                        .findFirst()
                        .map(brace -> new QuickFix(
                                IdeMessages.ALL.text("fix.silence", issue.getCode()),
                                new TextEdit(
                                        brace.getEndOffset(),
                                        0,
                                        "\n" + Indentation.at(text, node.getOffset()) + " ".repeat(Indentation.STEP)
                                                + silent))));
    }

    private Optional<EObject> element(Issue issue) {
        return Optional.ofNullable(issue.getUriToProblem()).map(uri -> resource.getEObject(uri.fragment()));
    }

    private static QuickFix insert(int offset, String what, String inserted) {
        return new QuickFix(IdeMessages.ALL.text("fix.insert", what), new TextEdit(offset, 0, inserted));
    }

    /** Inserts a missing keyword; a mark before the first word of a line gets a line of its own. */
    private QuickFix missing(int offset, String keyword) {
        var lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        var before = text.substring(lineStart, offset);
        var isMark = !Character.isLetter(keyword.charAt(0));
        if (isMark && before.isBlank()) {
            return insert(offset, keyword, keyword + "\n" + before);
        }
        var isSpaced = offset < text.length()
                && (Character.isLetterOrDigit(text.charAt(offset)) || text.charAt(offset) == '"')
                && !keyword.equals("]");
        return insert(offset, keyword, isMark && !isSpaced ? keyword : keyword + " ");
    }

    private QuickFix replaceRange(Issue issue, String now) {
        return replacement(
                issue.getOffset(), text.substring(issue.getOffset(), issue.getOffset() + issue.getLength()), now);
    }

    /** Returns the text of a problem between straight quotes. */
    private String straight(Issue issue) {
        return '"' + text.substring(issue.getOffset() + 1, issue.getOffset() + issue.getLength() - 1) + '"';
    }

    /** Replaces one argument of the message with another, at its first occurrence within the range of the problem. */
    private List<QuickFix> replace(Issue issue, String[] data, int from, int to) {
        if (data.length <= Math.max(from, to)) {
            return List.of();
        }
        var place = Pattern.compile(WORD_BEGINS + Pattern.quote(data[from]) + WORD_ENDS)
                .matcher(text)
                .region(issue.getOffset(), issue.getOffset() + issue.getLength())
                .useTransparentBounds(true);
        return place.find() ? List.of(replacement(place.start(), data[from], data[to])) : List.of();
    }

    private static QuickFix replacement(int offset, String old, String now) {
        return new QuickFix(IdeMessages.ALL.text("fix.replace", old, now), new TextEdit(offset, old.length(), now));
    }

    private interface Change {
        String of(String old);
    }

    /** Returns a fix that changes the text of a feature; an empty list if the text stays the same. */
    private List<QuickFix> value(Issue issue, EStructuralFeature feature, Change change) {
        return element(issue)
                .filter(element -> element.eClass().getEAllStructuralFeatures().contains(feature))
                .map(element -> NodeModelUtils.findNodesForFeature(element, feature))
                .filter(nodes -> nodes.size() == 1)
                .map(List::getFirst)
                .filter(node -> !change.of(tokens(node)).equals(tokens(node)))
                .map(node -> replacement(node.getOffset(), tokens(node), change.of(tokens(node))))
                .stream()
                .toList();
    }

    /** Returns the text of a node without leading whitespace and comments. */
    private String tokens(INode node) {
        return text.substring(node.getOffset(), node.getEndOffset());
    }

    private static String unquoted(String old, Pattern pattern) {
        var inner = old.length() > 2 && old.startsWith("\"")
                ? old.substring(1, old.length() - 1).strip()
                : "";
        return pattern.matcher(inner).matches() ? inner : old;
    }

    private static String without(String old, Pattern marks) {
        return old.length() < 2 || !old.startsWith("\"")
                ? old
                : '"'
                        + marks.matcher(old.substring(1, old.length() - 1).strip())
                                .replaceAll("")
                        + '"';
    }

    private Optional<QuickFix> delete(EObject element) {
        return Optional.ofNullable(NodeModelUtils.findActualNodeFor(element))
                .map(node -> delete(node.getOffset(), node.getEndOffset()));
    }

    /**
     * Deletes a range: the whole line if nothing else is in it, else with the whitespace before the range, or after the
     * range if it begins the line.
     */
    private QuickFix delete(int from, int to) {
        var start = from;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        var end = to;
        while (end < text.length()
                && (text.charAt(end) == ' ' || text.charAt(end) == '\t' || text.charAt(end) == '\r')) {
            end++;
        }
        var beginsLine = start == 0 || text.charAt(start - 1) == '\n';
        var wholeLine = beginsLine && end < text.length() && text.charAt(end) == '\n';
        var edit = wholeLine
                ? new TextEdit(start, end + 1 - start, "")
                : beginsLine ? new TextEdit(from, end - from, "") : new TextEdit(start, to - start, "");
        return new QuickFix(
                IdeMessages.ALL.text("fix.delete", text.substring(from, to).replaceAll("\\s+", " ")), edit);
    }

    /** Deletes the symbol that a document sets explicitly, with its keywords, so that the generated symbol is used. */
    private Optional<QuickFix> symbol(EObject element) {
        return NodeModelUtils.findNodesForFeature(element, DOCUMENT__SYMBOL).stream()
                .findFirst()
                .map(node -> delete(keywords(element, node), node.getEndOffset()));
    }

    /** Returns the offset of the two keywords before a value, however they are written and whatever is between them. */
    private static int keywords(EObject element, INode value) {
        var words = StreamSupport.stream(
                        NodeModelUtils.findActualNodeFor(element).getLeafNodes().spliterator(), false)
                .filter(leaf -> !leaf.isHidden() && leaf.getEndOffset() <= value.getOffset())
                .toList();
        return words.get(words.size() - 2).getOffset();
    }

    private QuickFix rewritten(String label, String now) {
        return new QuickFix(IdeMessages.ALL.text(label, Fixes.LANGUAGE_VERSION), new TextEdit(0, text.length(), now));
    }
}
