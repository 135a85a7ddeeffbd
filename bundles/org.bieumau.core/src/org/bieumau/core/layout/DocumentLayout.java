/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.document.DocumentFields;
import org.bieumau.core.internal.prose.Headings;
import org.bieumau.core.internal.prose.ProseBlock;
import org.bieumau.core.internal.prose.ProseChart;
import org.bieumau.core.internal.prose.ProseForm;
import org.bieumau.core.internal.prose.ProseParagraph;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.prose.ProseTable;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.internal.text.PrintedText;
import org.bieumau.core.internal.text.Unbroken;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Label;
import org.bieumau.core.layout.Block.PageEnd;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.PageTop;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.ComponentPlace.Region;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.text.Span;
import org.bieumau.model.Appendix;
import org.bieumau.model.Attachment;
import org.bieumau.model.Chart;
import org.bieumau.model.CitationForm;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.MarkerText;
import org.bieumau.model.Orientation;
import org.bieumau.model.Prose;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a document: letterhead, title, text, recipients and signature (ND30, Phụ lục I), then its appendices and
 * attachments, each on pages of its own.
 */
final class DocumentLayout implements Layout {

    private final ResolvedDocument document;
    private final LayoutProfile profile;
    private final DocumentSetting setting;
    private final LocalDate day;
    private final Set<Document> above;

    DocumentLayout(Document document, LayoutProfile profile) {
        this(document, profile, Set.of());
    }

    /** @param above documents that attach this one, directly or through others */
    private DocumentLayout(Document document, LayoutProfile profile, Set<Document> above) {
        this.document = ResolvedDocument.of(document);
        this.above = above;
        this.profile = profile;
        this.day = this.document.day(profile);
        this.setting = new DocumentSetting(this.document, profile);
    }

    @Override
    public LibraryElement element() {
        return document.document();
    }

    @Override
    public LayoutProfile profile() {
        return profile;
    }

    @Override
    public LocalDate day() {
        return day;
    }

    @Override
    public List<Finding> findings() throws IOException {
        var findings = new ArrayList<Finding>();
        if (document.body() != null) {
            addFindings(document.body(), profile.page(profile.paper(day), Orientation.PORTRAIT), findings);
        }
        for (var attachment : document.attachments()) {
            var appendix = attachment.getAppendix();
            if (appendix != null && appendix.getBody() != null) {
                var paper = appendix.getPaper() == null ? profile.paper(day) : appendix.getPaper();
                addFindings(appendix.getBody(), profile.page(paper, appendix.getOrientation()), findings);
            }
        }
        return findings;
    }

    private void addFindings(Prose prose, PageSetup page, List<Finding> findings) throws IOException {
        for (var block : new ProseReader(document.scope()).read(prose)) {
            switch (block) {
                case ProseTable table ->
                    TextTables.division(table, page, this)
                            .finding(TextTables.place(table), null)
                            .ifPresent(findings::add);
                case ProseForm form
                when form.form().getTemplate() != null
                        && !form.form().getTemplate().eIsProxy() ->
                    FormLayout.narrow(form.form(), profile, page, form.source()).ifPresent(findings::add);
                default -> {}
            }
        }
    }

    @Override
    public String title() {
        return PrintedText.print(document.title());
    }

    @Override
    public Optional<DocumentFields> document() {
        return Optional.of(new LaidOutDocument(document, profile));
    }

    @Override
    public String author() {
        return PrintedText.print(document.agencyNames().title());
    }

    private ProseReader reader() {
        return new ProseReader(document.scope(), text(Key.CITATION_DATE));
    }

    private String text(Key key) {
        return setting.text(key);
    }

    // Parts, opened one after the other, so that the rows of a form are created on demand

    @Override
    public Blocks open() {
        var parts = new ArrayDeque<Parts.Part>();
        parts.add(() -> Parts.blocks(this::main));
        var attachments = document.attachments();
        var appendices = attachments.stream()
                .map(Attachment::getAppendix)
                .filter(appendix -> appendix != null)
                .toList();
        for (var attachment : attachments) {
            if (attachment.getAppendix() != null) {
                var number = appendices.size() > 1 ? appendices.indexOf(attachment.getAppendix()) + 1 : 0;
                parts.add(() -> Parts.blocks(all -> appendix(attachment.getAppendix(), number, all)));
            } else if (attachment.getElement() instanceof Form form && !form.eIsProxy()) {
                parts.add(() -> Layout.of(form, profile).open());
            } else if (attachment.getElement() instanceof Document other
                    && !other.eIsProxy()
                    && other != document.document()
                    && !above.contains(other)) {
                var chain = new HashSet<>(above);
                chain.add(document.document());
                parts.add(() -> new DocumentLayout(other, profile, chain).open());
            }
        }
        return new NumberedNotes(new PrintedBlocks(new Parts(parts)));
    }

    /** To be fast, the text is read only if there is a chart that it can name. */
    @Override
    public List<Block.Chart> charts() throws IOException {
        var known = document.document().eContainer() instanceof Library library
                && Names.libraries(library)
                        .flatMap(each -> each.getElements().stream())
                        .anyMatch(Chart.class::isInstance);
        return known ? FormLayout.charts(open()) : List.of();
    }

    private void main(List<Parts.Part> parts) {
        var reader = reader();
        var page = setting.page(profile.paper(day), Orientation.PORTRAIT);
        var blocks = new ArrayList<Block>();
        var head = new Letterhead(setting);
        var contact = head.contactLine();
        var contactAtEnd = setting.isAt(Component.CONTACT, Region.LAST_PAGE_BOTTOM);
        blocks.add(new PageStart(page, contactAtEnd ? List.of() : contact));
        if (document.circulation() != null) {
            var stamp = setting.stamp(
                    Component.CIRCULATION,
                    Key.STAMP_CIRCULATION,
                    VietnameseText.capitals(document.circulation()),
                    Look.Alignment.RIGHT);
            var distance = profile.number(Key.CIRCULATION_TOP, day);
            blocks.add(distance > 0 ? new PageTop(stamp, distance) : stamp);
        }
        document.certifiedCopies().stream()
                .filter(copy -> copy.getSignedAt() != null)
                .forEach(copy -> blocks.add(new CopyLayout(setting).electronic(copy)));
        blocks.add(head.sides(page));
        head.addTitle(page, blocks);
        new Addressees(setting).add(blocks);
        if (document.authorityLine() != null) {
            blocks.add(Paragraph.of(
                    Component.AUTHORITY_LINE, VietnameseText.capitals(document.authorityLine()), document.document()));
        }
        var bases = bases(reader);
        var body = document.body() == null ? List.<ProseBlock>of() : reader.read(document.body());
        addBases(bases, body, blocks);
        blocks.forEach(block -> parts.add(Parts.one(block)));
        addText(body, page, true, parts);
        new Foot(setting).add(page, parts);
        addEnd(contactAtEnd ? contact : List.of(), page, parts);
    }

    /** Adds the text below the foot, and the one at the lower edge of the last page. */
    private void addEnd(List<Paragraph> contact, PageSetup page, List<Parts.Part> parts) {
        var atBottom = new ArrayList<>(contact);
        var distance = page.headerHeight();
        if (document.isUnpublished()) {
            var note = Paragraph.of(Component.PUBLICATION_NOTE, text(Key.PUBLICATION_NOTE), document.document());
            if (setting.isAt(Component.PUBLICATION_NOTE, Region.LAST_PAGE_BOTTOM)) {
                atBottom.add(note);
                distance = profile.number(Key.PUBLICATION_NOTE_BOTTOM, day);
            } else {
                parts.add(Parts.one(note));
            }
        }
        if (!atBottom.isEmpty()) {
            parts.add(Parts.one(new PageEnd(atBottom, distance, !contact.isEmpty())));
        }
    }

    // The text

    /**
     * Returns the legal bases without closing marks. Documents that they cite in full are cited in short form in the
     * text.
     */
    private List<List<Span>> bases(ProseReader reader) {
        var bases = new ArrayList<List<Span>>();
        for (var basis : document.bases()) {
            var spans = new ArrayList<Span>();
            var label = text(Key.BASIS_LABEL);
            if (basis.getCitation() != null) {
                spans.add(Span.of(label));
                spans.addAll(reader.mention(basis.getCitation(), CitationForm.AUTO, Span.of("")));
            } else if (hasOwnOpening(text(basis.getText()))) {
                // The dash of a label remains.
                spans.add(Span.of(label.replaceFirst("\\p{L}.*", "")));
                spans.addAll(
                        Span.marked(VietnameseText.capitalised(basis.getText().strip())));
            } else {
                spans.add(Span.of(label));
                spans.addAll(Span.marked(text(basis.getText())));
            }
            bases.add(spans);
        }
        return bases;
    }

    /** Returns whether a legal basis begins with words of its own, such as «Theo đề nghị», in place of its label. */
    private boolean hasOwnOpening(String basis) {
        var words = VietnameseText.fold(basis).strip() + " ";
        return profile.words(Key.BASIS_OPENINGS, day).stream()
                .anyMatch(opening -> words.startsWith(VietnameseText.fold(opening) + " "));
    }

    /**
     * Adds the legal bases. The end of the last one depends on whether a sentence that introduces the text follows. In
     * a decision or resolution, the enactment formula follows.
     */
    private void addBases(List<List<Span>> bases, List<ProseBlock> body, List<Block> blocks) {
        var announced = !body.isEmpty() && body.getFirst() instanceof ProseParagraph first && first.level() == null;
        for (int i = 0; i < bases.size(); i++) {
            var spans = new ArrayList<>(bases.get(i));
            var end = i < bases.size() - 1
                    ? Key.BASIS_END
                    : announced ? Key.BASIS_BEFORE_SENTENCE_END : Key.BASIS_LAST_END;
            spans.add(Span.of(text(end)));
            blocks.add(new Paragraph(
                    Component.BASIS, Unbroken.protect(spans), document.bases().get(i)));
        }
        var enactment = switch (document.type()) {
            case DECISION -> text(Key.ENACTMENT_DECISION);
            case RESOLUTION -> text(Key.ENACTMENT_RESOLUTION);
            default -> "";
        };
        if (!bases.isEmpty() && !enactment.isEmpty()) {
            blocks.add(Paragraph.of(Component.ENACTMENT, enactment, document.document()));
        }
    }

    /** @param kept whether the last paragraph is kept on one page with the block after the text */
    private void addText(List<ProseBlock> body, PageSetup page, boolean kept, List<Parts.Part> parts) {
        for (int i = 0; i < body.size(); i++) {
            var last = i == body.size() - 1;
            var previous = i == 0 ? null : body.get(i - 1);
            switch (body.get(i)) {
                case ProseParagraph paragraph -> {
                    var block = paragraph(paragraph, previous, last ? null : body.get(i + 1), last);
                    parts.add(Parts.one(last && kept ? block.keptWithNext() : block));
                }
                case ProseTable table ->
                    TextTables.blocks(table, previous instanceof ProseParagraph above ? above.text() : "", page, this)
                            .forEach(block -> parts.add(Parts.one(block)));
                case ProseForm form -> parts.add(() -> FormLayout.table(form.form(), profile, page));
                case ProseChart chart -> parts.add(() -> new ChartLayout(chart.chart(), profile, day).blocks(page));
            }
            if (last
                    && !(body.get(i) instanceof ProseParagraph)
                    && !text(Key.END_MARK).isEmpty()) {
                parts.add(Parts.one(
                        Paragraph.of(Component.BODY, text(Key.END_MARK), null).keptWithNext()));
            }
        }
    }

    private Paragraph paragraph(
            ProseParagraph paragraph, @Nullable ProseBlock previous, @Nullable ProseBlock next, boolean last) {
        var spans = new ArrayList<>(paragraph.spans());
        if (last) {
            endWithMark(spans);
        }
        var component = component(paragraph, previous, next);
        var shown = new ArrayList<>(Unbroken.protect(spans));
        if (paragraph.label().isEmpty()) {
            return new Paragraph(component, shown, paragraph.source());
        }
        var text = paragraph.level() == DivisionLevel.ROMAN
                ? paragraph.label().replaceFirst("\\.$", text(Key.ROMAN_END))
                : paragraph.label();
        if (component == Component.PART_LABEL || component == Component.SECTION_LABEL) {
            shown.addFirst(Span.of(shown.isEmpty() ? text : text + " "));
            return new Paragraph(component, shown, paragraph.source());
        }
        return new Paragraph(
                component,
                new Label(paragraph.level(), text, component == Component.ARTICLE),
                shown,
                false,
                paragraph.source());
    }

    /** Ends the text with the end mark «./.», unless the author has typed it. */
    private void endWithMark(List<Span> spans) {
        var mark = text(Key.END_MARK);
        for (int i = spans.size() - 1; i >= 0; i--) {
            var last = spans.get(i);
            // A footnote follows the mark.
            if (last.note() == null) {
                if (!last.text().endsWith(mark)) {
                    spans.set(i, last.with(last.text().replaceFirst("[.;]?$", "") + mark));
                }
                return;
            }
        }
    }

    private static Component component(
            ProseParagraph paragraph, @Nullable ProseBlock previous, @Nullable ProseBlock next) {
        return switch (paragraph.level()) {
            case null -> title(paragraph, previous);
            case PART, CHAPTER -> Component.PART_LABEL;
            case SECTION, SUBSECTION -> Component.SECTION_LABEL;
            case ARTICLE -> isHeading(paragraph, next) ? Component.ARTICLE_HEADING : Component.ARTICLE;
            case ROMAN -> Component.ROMAN_HEADING;
            case CLAUSE -> isHeading(paragraph, next) ? Component.CLAUSE_HEADING : Component.CLAUSE;
            case POINT -> Component.POINT;
            case DASH -> Component.DASH;
            case PLUS -> Component.PLUS;
        };
    }

    /** Recognises the title of a phần, chương, mục or tiểu mục, which is the line below its number. */
    private static Component title(ProseParagraph paragraph, @Nullable ProseBlock previous) {
        if (!(previous instanceof ProseParagraph above)
                || above.level() == null
                || !above.spans().isEmpty()) {
            return Component.BODY;
        }
        return switch (above.level()) {
            case PART, CHAPTER -> Component.PART_TITLE;
            case SECTION, SUBSECTION -> Component.SECTION_TITLE;
            default -> Component.BODY;
        };
    }

    private static boolean isHeading(ProseParagraph paragraph, @Nullable ProseBlock next) {
        return next != null
                && Headings.hasHeading(
                        paragraph.level(),
                        paragraph.text(),
                        next instanceof ProseParagraph below ? below.level() : null);
    }

    // Appendices

    /** @param number number of the appendix, from 1; 0 if it is the only one */
    private void appendix(Appendix appendix, int number, List<Parts.Part> parts) {
        var paper = appendix.getPaper() == null ? profile.paper(day) : appendix.getPaper();
        var page = setting.page(paper, appendix.getOrientation());
        var blocks = new ArrayList<Block>();
        blocks.add(new PageStart(page));
        var label = text(Key.APPENDIX_LABEL) + (number == 0 ? "" : "\u00A0" + numeral(number));
        blocks.add(Paragraph.of(Component.APPENDIX_LABEL, label, appendix));
        var title = Unbroken.protect(VietnameseText.capitals(text(appendix.getTitle())));
        blocks.add(Paragraph.of(Component.APPENDIX_TITLE, title, appendix));
        var reference = document.reference(Symbols.reference(document, profile)).line(profile, day);
        if (!reference.isEmpty()) {
            blocks.add(Paragraph.of(Component.APPENDIX_REFERENCE, reference, document.document()));
        }
        setting.addLine(
                blocks,
                Key.APPENDIX_LINE,
                Component.APPENDIX_REFERENCE,
                reference,
                page.textWidth(),
                Letterhead.AFTER_TITLE);
        blocks.forEach(block -> parts.add(Parts.one(block)));
        if (appendix.getBody() != null) {
            addText(reader().read(appendix.getBody()), page, false, parts);
        }
    }

    private String numeral(int number) {
        return text(Key.APPENDIX_NUMBER).equals("I") ? MarkerText.roman(number) : Integer.toString(number);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
