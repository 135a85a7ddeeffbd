/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bieumau.core.document.ResolvedDocument;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Label;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.layout.LayoutRule.Key;
import org.bieumau.core.prose.ProseBlock;
import org.bieumau.core.prose.ProseForm;
import org.bieumau.core.prose.ProseParagraph;
import org.bieumau.core.prose.ProseReader;
import org.bieumau.core.prose.ProseTable;
import org.bieumau.core.prose.Span;
import org.bieumau.core.text.AgencyNames;
import org.bieumau.core.text.Citations;
import org.bieumau.core.text.TextMeasure;
import org.bieumau.core.text.VietnameseDates;
import org.bieumau.core.text.VietnameseText;
import org.bieumau.model.Appendix;
import org.bieumau.model.Attachment;
import org.bieumau.model.Authority;
import org.bieumau.model.CitationForm;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.MarkerText;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Recipient;
import org.bieumau.model.RecipientGroup;
import org.bieumau.model.RecipientItem;
import org.bieumau.model.Secrecy;
import org.bieumau.model.Signature;
import org.bieumau.model.Urgency;

/**
 * A document: letterhead, title, text, recipients and signature (ND30, Phụ lục I), then its appendices and the forms that
 * go with it, each on pages of its own.
 */
final class DocumentLayout implements Layout {

    /** The columns of the letterhead and of the foot in the decree's own templates (ND30, Phụ lục III). */
    private static final int HEAD_LEFT = 42;
    private static final int FOOT_LEFT = 45;
    /** The dashes of several addressees stand below the colon of «Kính gửi:», which is in the middle. */
    private static final int ADDRESSEES_LEFT = 54;
    private static final double AFTER_TITLE = 12;

    private final ResolvedDocument document;
    private final LayoutProfile profile;
    private final LocalDate day;
    private final Set<Document> above;

    DocumentLayout(Document document, LayoutProfile profile) {
        this(document, profile, Set.of());
    }

    /** @param above the documents that this one goes with */
    private DocumentLayout(Document document, LayoutProfile profile, Set<Document> above) {
        this.document = ResolvedDocument.of(document);
        this.above = above;
        this.profile = profile;
        this.day = this.document.day();
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
    public String title() {
        return document.title();
    }

    @Override
    public String author() {
        return document.agencyNames().title();
    }

    private String text(Key key) {
        return profile.text(key, day);
    }

    // The parts, one after the other; a form's rows are made as they are pulled

    @Override
    public Blocks open() {
        var parts = new ArrayDeque<Part>();
        parts.add(() -> blocks(this::main));
        var attachments = document.attachments();
        var appendices = attachments.stream().map(Attachment::getAppendix).filter(appendix -> appendix != null).toList();
        for (var attachment : attachments) {
            if (attachment.getAppendix() != null) {
                var number = appendices.size() > 1 ? appendices.indexOf(attachment.getAppendix()) + 1 : 0;
                parts.add(() -> blocks(all -> appendix(attachment.getAppendix(), number, all)));
            } else if (attachment.getElement() instanceof Form form && !form.eIsProxy()) {
                parts.add(() -> Layout.of(form, profile).open());
            } else if (attachment.getElement() instanceof Document other && !other.eIsProxy() && other != document.document()
                    && !above.contains(other)) {
                var chain = new HashSet<>(above);
                chain.add(document.document());
                parts.add(() -> new DocumentLayout(other, profile, chain).open());
            }
        }
        return new Parts(parts);
    }

    /** Something that gives blocks when its turn has come. */
    private interface Part {
        Blocks open() throws IOException;
    }

    /** Collects blocks; those of a table with lazily made rows are a part of their own. */
    private interface Collector {
        void collect(List<Part> parts);
    }

    private static Blocks blocks(Collector collector) {
        var parts = new ArrayList<Part>();
        collector.collect(parts);
        return new Parts(new ArrayDeque<>(parts));
    }

    private static Part one(Block block) {
        return () -> {
            var blocks = new ArrayDeque<>(List.of(block));
            return new Blocks() {
                @Override
                public Block next() {
                    return blocks.poll();
                }

                @Override
                public void close() {
                    blocks.clear();
                }
            };
        };
    }

    private static final class Parts implements Blocks {

        private final Deque<Part> parts;
        private Blocks current;

        Parts(Deque<Part> parts) {
            this.parts = parts;
        }

        @Override
        public Block next() throws IOException {
            while (true) {
                if (current != null) {
                    var block = current.next();
                    if (block != null) {
                        return block;
                    }
                    current.close();
                    current = null;
                }
                if (parts.isEmpty()) {
                    return null;
                }
                current = parts.poll().open();
            }
        }

        @Override
        public void close() throws IOException {
            parts.clear();
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }

    private void main(List<Part> parts) {
        var reader = new ProseReader(document.scope());
        var page = profile.page(PaperSize.A4, Orientation.PORTRAIT);
        var blocks = new ArrayList<Block>();
        blocks.add(new PageStart(page, contactLine()));
        if (document.circulation() != null) {
            blocks.add(stamp(Component.CIRCULATION, Key.STAMP_CIRCULATION, VietnameseText.capitals(document.circulation()),
                    TextStyle.Alignment.RIGHT));
        }
        blocks.add(new SideBySide(List.of(new Sides(bodies(page.textWidth() * HEAD_LEFT / 100), nation()),
                new Sides(numberAndSubject(), placeAndDate())), HEAD_LEFT));
        addTitle(page, blocks);
        addAddressees(blocks);
        if (document.authorityLine() != null) {
            blocks.add(Paragraph.of(Component.AUTHORITY_LINE, VietnameseText.capitals(document.authorityLine()), document.document()));
        }
        var bases = bases(reader);
        var body = document.body() == null ? List.<ProseBlock>of() : reader.read(document.body());
        addBases(bases, body, blocks);
        blocks.forEach(block -> parts.add(one(block)));
        addText(body, page, true, parts);
        addFoot(parts);
    }

    // The letterhead

    private List<Paragraph> contactLine() {
        var agency = document.agency();
        var lines = new ArrayList<Paragraph>();
        if (document.hasContactLine() && agency != null) {
            if (agency.getAddress() != null) {
                lines.add(Paragraph.of(Component.CONTACT, agency.getAddress(), agency));
            }
            if (agency.getContact() != null) {
                lines.add(Paragraph.of(Component.CONTACT, agency.getContact(), agency));
            }
        }
        return lines;
    }

    private List<SideItem> bodies(double width) {
        var left = new ArrayList<SideItem>();
        var agency = document.agency();
        if (agency != null) {
            if (agency.getSuperior() != null && !agency.getSuperior().eIsProxy()) {
                var superior = AgencyNames.at(agency.getSuperior(), document.date()).heading();
                left.add(Paragraph.of(Component.SUPERIOR, superior, agency.getSuperior()));
            }
            var issuer = AgencyNames.at(agency, document.date()).heading();
            left.add(Paragraph.of(Component.ISSUER, issuer, agency));
            addLine(left, Key.ISSUER_LINE, Component.ISSUER, issuer, width, 0);
            if (!text(Key.ISSUER_MARK).isEmpty()) {
                left.add(Paragraph.of(Component.ISSUER, text(Key.ISSUER_MARK), agency));
            }
        }
        return left;
    }

    private List<SideItem> numberAndSubject() {
        var left = new ArrayList<SideItem>();
        var number = Symbols.number(document, profile);
        left.add(Paragraph.of(Component.NUMBER_SYMBOL, text(Key.NUMBER_LABEL) + (number.isEmpty() ? "\u00A0".repeat(6) : number)
                + Symbols.symbol(document, profile), document.document()));
        if (document.type() == DocumentType.OFFICIAL_LETTER) {
            var first = text(Key.LETTER_SUBJECT_LABEL);
            for (var line : document.subject()) {
                var spans = new ArrayList<Span>();
                if (!first.isEmpty()) {
                    spans.add(Span.of(first));
                }
                spans.addAll(Unbroken.protect(line));
                left.add(new Paragraph(Component.LETTER_SUBJECT, spans, document.document()));
                first = "";
            }
        }
        if (document.secrecy() != Secrecy.NONE) {
            left.add(stamp(Component.SECRECY, Key.STAMP_SECRECY, VietnameseText.capitals(document.secrecy().getLiteral()),
                    TextStyle.Alignment.LEFT));
        }
        if (document.urgency() != Urgency.NONE) {
            var size = switch (document.urgency()) {
                case VERY_URGENT -> Key.STAMP_VERY_URGENT;
                case EXPRESS -> Key.STAMP_EXPRESS;
                default -> Key.STAMP_URGENT;
            };
            left.add(stamp(Component.URGENCY, size, VietnameseText.capitals(document.urgency().getLiteral()), TextStyle.Alignment.LEFT));
        }
        return left;
    }

    private Stamp stamp(Component component, Key size, String text, TextStyle.Alignment alignment) {
        var measures = text(size).split("x");
        var style = style(component);
        var width = Math.max(Double.parseDouble(measures[0]), TextMeasure.width(text, style.size(), style.bold()) + 4);
        return new Stamp(component, text, width, Double.parseDouble(measures[1]), alignment, style.red(), document.document());
    }

    /** A line below a text, as long as the profile says in relation to it. A text that wraps fills the width. */
    private void addLine(Collection<? super Line> blocks, Key key, Component component, String text, double width, double after) {
        var fraction = profile.number(key, day);
        var style = style(component);
        if (fraction > 0) {
            var shown = style.capitals() ? VietnameseText.capitals(text) : text;
            blocks.add(new Line(fraction * Math.min(TextMeasure.width(shown, style.size(), style.bold()), width), after));
        }
    }

    private List<SideItem> nation() {
        var right = new ArrayList<SideItem>();
        var name = text(Key.NATIONAL_NAME);
        right.add(Paragraph.of(Component.NATIONAL_NAME, name, null));
        addLine(right, Key.NATIONAL_NAME_LINE, Component.NATIONAL_NAME, name, Double.MAX_VALUE, 0);
        if (!text(Key.MOTTO).isEmpty()) {
            right.add(Paragraph.of(Component.MOTTO, text(Key.MOTTO), null));
            addLine(right, Key.MOTTO_LINE, Component.MOTTO, text(Key.MOTTO), Double.MAX_VALUE, 0);
        }
        return right;
    }

    private List<SideItem> placeAndDate() {
        return document.date() == null ? List.of()
                : List.of(Paragraph.of(Component.PLACE_DATE, placeAndDate(document.date()), document.document()));
    }

    private String placeAndDate(PartialDate date) {
        var words = Unbroken.protect(VietnameseDates.inWords(date));
        return document.placeName().isEmpty() ? VietnameseText.capitalised(words) : document.placeName() + ", " + words;
    }

    /** Type and subject, in the middle of the page; a letter has both in its head. */
    private void addTitle(PageSetup page, List<Block> blocks) {
        if (document.type() == DocumentType.OFFICIAL_LETTER) {
            return;
        }
        blocks.add(Paragraph.of(Component.TYPE_NAME, VietnameseText.capitals(document.type().getLiteral()), document.document()));
        var longest = "";
        for (var line : document.subject()) {
            var paragraph = new Paragraph(Component.SUBJECT, Unbroken.protect(line), document.document());
            longest = paragraph.text().length() > longest.length() ? paragraph.text() : longest;
            blocks.add(paragraph);
        }
        addLine(blocks, Key.SUBJECT_LINE, Component.SUBJECT, longest, page.textWidth(), AFTER_TITLE);
        if (!text(Key.SUBJECT_MARK).isEmpty()) {
            blocks.add(Paragraph.of(Component.SUBJECT, text(Key.SUBJECT_MARK), document.document()));
        }
    }

    // The text

    private void addAddressees(List<Block> blocks) {
        var addressees = document.addressees().stream()
                .map(a -> a.getAgency() != null ? a.getAgency().getTitle() : a.getText()).map(DocumentLayout::text).toList();
        if (addressees.size() == 1) {
            blocks.add(Paragraph.of(Component.ADDRESSEE, text(Key.ADDRESSEE_LABEL) + " " + addressees.getFirst(),
                    document.addressees().getFirst()));
        } else if (!addressees.isEmpty()) {
            blocks.add(Paragraph.of(Component.ADDRESSEE, text(Key.ADDRESSEE_LABEL), document.document()).keptWithNext());
            var items = new ArrayList<SideItem>();
            for (int i = 0; i < addressees.size(); i++) {
                var end = text(i < addressees.size() - 1 ? Key.ADDRESSEE_ITEM_END : Key.ADDRESSEE_LAST_END);
                items.add(Paragraph.of(Component.ADDRESSEE_ITEM, text(Key.ADDRESSEE_ITEM) + addressees.get(i) + end,
                        document.addressees().get(i)));
            }
            blocks.add(new SideBySide(List.of(), items, ADDRESSEES_LEFT));
            blocks.add(new Line(0, 6));
        }
    }

    /** The bases without what ends them; what they cite in full is short in the text that follows. */
    private List<List<Span>> bases(ProseReader reader) {
        var bases = new ArrayList<List<Span>>();
        for (var basis : document.bases()) {
            var spans = new ArrayList<Span>();
            spans.add(Span.of(text(Key.BASIS_LABEL)));
            if (basis.getCitation() != null) {
                spans.addAll(reader.mention(basis.getCitation(), CitationForm.AUTO, Span.of("")));
            } else {
                spans.addAll(Span.marked(text(basis.getText())));
            }
            bases.add(spans);
        }
        return bases;
    }

    /**
     * Each basis ends with a semicolon, the last with a full stop unless a sentence that announces the text follows. A
     * decision says after its bases that it decides.
     */
    private void addBases(List<List<Span>> bases, List<ProseBlock> body, List<Block> blocks) {
        var announced = !body.isEmpty() && body.getFirst() instanceof ProseParagraph first && first.level() == null;
        for (int i = 0; i < bases.size(); i++) {
            var spans = new ArrayList<>(bases.get(i));
            var last = i == bases.size() - 1 && !announced;
            spans.add(Span.of(text(last ? Key.BASIS_LAST_END : Key.BASIS_END)));
            blocks.add(new Paragraph(Component.BASIS, Unbroken.protect(spans), document.bases().get(i)));
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

    /** @param kept whether the last paragraph stays on one page with what follows the text */
    private void addText(List<ProseBlock> body, PageSetup page, boolean kept, List<Part> parts) {
        for (int i = 0; i < body.size(); i++) {
            var last = i == body.size() - 1;
            var previous = i == 0 ? null : body.get(i - 1);
            switch (body.get(i)) {
                case ProseParagraph paragraph -> {
                    var block = paragraph(paragraph, previous, last ? null : body.get(i + 1), last);
                    parts.add(one(last && kept ? block.keptWithNext() : block));
                }
                case ProseTable table -> TextTables.blocks(table, page, this).forEach(block -> parts.add(one(block)));
                case ProseForm form -> parts.add(() -> FormLayout.table(form.form(), profile, page));
            }
            if (last && !(body.get(i) instanceof ProseParagraph) && !text(Key.END_MARK).isEmpty()) {
                parts.add(one(Paragraph.of(Component.BODY, text(Key.END_MARK), null).keptWithNext()));
            }
        }
    }

    private Paragraph paragraph(ProseParagraph paragraph, ProseBlock previous, ProseBlock next, boolean last) {
        var spans = new ArrayList<>(paragraph.spans());
        if (last) {
            endWithMark(spans);
        }
        var component = component(paragraph, previous, next);
        var shown = new ArrayList<>(Unbroken.protect(spans));
        if (paragraph.label().isEmpty()) {
            return new Paragraph(component, shown, paragraph.source());
        }
        var text = paragraph.level() == DivisionLevel.ROMAN ? paragraph.label().replaceFirst("\\.$", text(Key.ROMAN_END)) : paragraph.label();
        if (component == Component.PART_LABEL || component == Component.SECTION_LABEL) {
            shown.addFirst(Span.of(shown.isEmpty() ? text : text + " "));
            return new Paragraph(component, shown, paragraph.source());
        }
        return new Paragraph(component, new Label(paragraph.level(), text, component == Component.ARTICLE), shown, false, paragraph.source());
    }

    /** The text ends with «./.», which the author may have typed or not. */
    private void endWithMark(List<Span> spans) {
        var mark = text(Key.END_MARK);
        if (!spans.isEmpty() && !spans.getLast().text().endsWith(mark)) {
            var last = spans.removeLast();
            spans.add(last.with(last.text().replaceFirst("[.;]?$", "") + mark));
        }
    }

    private static Component component(ProseParagraph paragraph, ProseBlock previous, ProseBlock next) {
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

    /** The title of a phần, chương, mục or tiểu mục stands in the line below its number. */
    private static Component title(ProseParagraph paragraph, ProseBlock previous) {
        if (!(previous instanceof ProseParagraph above) || above.level() == null || !above.spans().isEmpty()) {
            return Component.BODY;
        }
        return switch (above.level()) {
            case PART, CHAPTER -> Component.PART_TITLE;
            case SECTION, SUBSECTION -> Component.SECTION_TITLE;
            default -> Component.BODY;
        };
    }

    /** A division has a heading where its first line ends like no sentence and something of its own follows. */
    private static boolean isHeading(ProseParagraph paragraph, ProseBlock next) {
        var text = paragraph.text().stripTrailing();
        var ends = text.isEmpty() || ".;:,!?…".indexOf(text.charAt(text.length() - 1)) >= 0;
        return !ends && next != null
                && (!(next instanceof ProseParagraph below) || below.level() == null || below.level().compareTo(paragraph.level()) > 0);
    }

    // The foot

    /** One signature stands beside the recipients; two stand side by side, the recipients below them. */
    private void addFoot(List<Part> parts) {
        var signatures = document.signatures();
        if (signatures.size() < 2) {
            var right = signatures.isEmpty() ? List.<SideItem>of() : signature(signatures.getFirst());
            if (!right.isEmpty() || !recipients().isEmpty()) {
                parts.add(one(new SideBySide(recipients(), right, FOOT_LEFT)));
            }
            return;
        }
        for (int i = 0; i < signatures.size(); i += 2) {
            var right = i + 1 < signatures.size() ? signature(signatures.get(i + 1)) : List.<SideItem>of();
            parts.add(one(new SideBySide(signature(signatures.get(i)), right, 50)));
        }
        if (!recipients().isEmpty()) {
            parts.add(one(new Line(0, 12)));
            parts.add(one(new SideBySide(recipients(), List.of(), FOOT_LEFT)));
        }
    }

    private List<SideItem> recipients() {
        var lines = new ArrayList<SideItem>();
        if (document.recipients().isEmpty() && document.archive() == null) {
            return lines;
        }
        lines.add(Paragraph.of(Component.RECIPIENTS_LABEL, text(Key.RECIPIENTS_LABEL), document.document()));
        for (var item : document.recipients()) {
            if (item instanceof RecipientGroup group) {
                addGroup(group, lines);
            } else if (item instanceof Recipient recipient) {
                lines.add(recipient(recipient, text(Key.RECIPIENT_END)));
            }
        }
        addArchive(lines);
        return lines;
    }

    private Paragraph recipient(Recipient recipient, String end) {
        var name = recipient.getAgency() != null ? recipient.getAgency().getTitle() : recipient.getText();
        var spans = new ArrayList<Span>();
        spans.add(Span.of(text(Key.RECIPIENT_ITEM)));
        spans.addAll(Span.marked(text(name)));
        addNote(recipient, spans);
        spans.add(Span.of(end));
        return new Paragraph(Component.RECIPIENT, Unbroken.protect(spans), recipient);
    }

    private static void addNote(RecipientItem item, List<Span> spans) {
        if (item.getNote() != null) {
            spans.addAll(Span.marked(" (" + item.getNote() + ")"));
        }
    }

    /** What is said of all members of a group stands behind a brace. */
    private void addGroup(RecipientGroup group, List<SideItem> lines) {
        if (group.getNote() == null) {
            group.getMembers().forEach(member -> lines.add(recipient(member, text(Key.RECIPIENT_END))));
            return;
        }
        var members = group.getMembers().stream().map(member -> recipient(member, "")).toList();
        var note = Span.marked("(" + group.getNote() + ")" + text(Key.RECIPIENT_END));
        lines.add(new Braced(members, new Paragraph(Component.RECIPIENT, note, group)));
    }

    private void addArchive(List<SideItem> lines) {
        var archive = document.archive();
        if (archive == null) {
            return;
        }
        var spans = new ArrayList<Span>();
        spans.add(Span.of(text(Key.ARCHIVE_LABEL) + String.join(", ", document.archiveUnits())));
        if (archive.getDrafter() != null) {
            spans.add(new Span(archive.getDrafter(), false, false, true));
        }
        var copies = archive.getCopies() == null ? "" : " (" + archive.getCopies() + ")";
        spans.add(Span.of(copies + text(Key.ARCHIVE_END)));
        lines.add(new Paragraph(Component.RECIPIENT, spans, archive));
    }

    private List<SideItem> signature(Signature signature) {
        var lines = new ArrayList<SideItem>();
        if (signature.getAuthorityOf() != null) {
            var prefix = signature.getAuthority() == Authority.NONE ? "" : authority(signature.getAuthority());
            lines.add(Paragraph.of(Component.POSITION, prefix + VietnameseText.capitals(signature.getAuthorityOf()), signature));
        }
        var signer = signature.getSigner() == null || signature.getSigner().eIsProxy() ? null : signature.getSigner();
        var position = signature.getPosition() != null || signer == null ? signature.getPosition() : signer.getPosition();
        if (position != null) {
            lines.add(Paragraph.of(Component.POSITION, VietnameseText.capitals(position), signature));
        }
        var name = signature.getPersonName() != null || signer == null ? signature.getPersonName() : signer.getPersonName();
        if (name != null) {
            lines.add(Paragraph.of(Component.SIGNER, name, signature));
        }
        return lines;
    }

    /** <code>KT.</code> in state documents, <code>K/T</code> in those of the Party. */
    private String authority(Authority authority) {
        var letters = authority.getLiteral().replace(".", "");
        var slash = text(Key.AUTHORITY_END).equals("/") && letters.length() == 2;
        return (slash ? letters.charAt(0) + "/" + letters.charAt(1) : authority.getLiteral()) + "\u00A0";
    }

    // Appendices

    /** @param number from 1, or 0 where there is only one */
    private void appendix(Appendix appendix, int number, List<Part> parts) {
        var paper = appendix.getPaper() == null ? PaperSize.A4 : appendix.getPaper();
        var page = profile.page(paper, appendix.getOrientation());
        var blocks = new ArrayList<Block>();
        blocks.add(new PageStart(page));
        var label = text(Key.APPENDIX_LABEL) + (number == 0 ? "" : "\u00A0" + MarkerText.roman(number));
        blocks.add(Paragraph.of(Component.APPENDIX_LABEL, label, appendix));
        var title = Unbroken.protect(VietnameseText.capitals(text(appendix.getTitle())));
        blocks.add(Paragraph.of(Component.APPENDIX_TITLE, title, appendix));
        var reference = reference(document.reference(Symbols.reference(document, profile)), profile, day);
        blocks.add(Paragraph.of(Component.APPENDIX_REFERENCE, reference, document.document()));
        addLine(blocks, Key.APPENDIX_LINE, Component.APPENDIX_REFERENCE, reference, page.textWidth(), AFTER_TITLE);
        blocks.forEach(block -> parts.add(one(block)));
        if (appendix.getBody() != null) {
            addText(new ProseReader(document.scope()).read(appendix.getBody()), page, false, parts);
        }
    }

    /** The line below the title of what goes with a document. */
    static String reference(ResolvedDocument.Reference to, LayoutProfile profile, LocalDate day) {
        var text = Citations.reference(to.type(), to.number(), to.date(), to.issuer());
        return Unbroken.protect(profile.text(Key.APPENDIX_REFERENCE, day).replace("{văn bản}", text));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
