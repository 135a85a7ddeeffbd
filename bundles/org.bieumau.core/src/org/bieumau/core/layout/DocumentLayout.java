/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.bieumau.core.form.Names;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.prose.ProseParagraph;
import org.bieumau.core.prose.ProseReader;
import org.bieumau.core.prose.Span;
import org.bieumau.core.text.DocumentTypes;
import org.bieumau.core.text.VietnameseDates;
import org.bieumau.core.text.VietnameseText;
import org.bieumau.model.Agency;
import org.bieumau.model.Authority;
import org.bieumau.model.CitationForm;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentType;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.Recipient;
import org.bieumau.model.RecipientGroup;
import org.bieumau.model.RecipientItem;
import org.bieumau.model.Signature;

/** A document: letterhead, title, text, recipients and signature (ND30, Phụ lục I). */
final class DocumentLayout implements Layout {

    /** The columns of the letterhead and of the foot in the decree's own templates (ND30, Phụ lục III). */
    private static final int HEAD_LEFT = 42;
    private static final int FOOT_LEFT = 45;
    private static final String END_MARK = "./.";

    private final Document document;
    private final LayoutProfile profile;

    DocumentLayout(Document document, LayoutProfile profile) {
        this.document = document;
        this.profile = profile;
    }

    @Override
    public LibraryElement element() {
        return document;
    }

    @Override
    public LayoutProfile profile() {
        return profile;
    }

    @Override
    public LocalDate day() {
        return document.getDate() == null ? LocalDate.of(2020, 3, 5) : document.getDate().latest();
    }

    @Override
    public String title() {
        return DocumentTypes.name(document.getType()) + " " + text(document.getSubject());
    }

    @Override
    public String author() {
        return document.getAgency() == null ? "" : text(document.getAgency().getTitle());
    }

    @Override
    public Blocks open() {
        Deque<Block> blocks = new ArrayDeque<>(blocks());
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
    }

    private List<Block> blocks() {
        var reader = new ProseReader(Names.of(document));
        var blocks = new ArrayList<Block>();
        blocks.add(new PageStart(profile.page(PaperSize.A4, Orientation.PORTRAIT)));
        blocks.add(new SideBySide(headLeft(), headRight(), HEAD_LEFT));
        if (document.getType() != DocumentType.OFFICIAL_LETTER) {
            blocks.add(Paragraph.of(Component.TYPE_NAME, VietnameseText.capitals(document.getType().getLiteral()), document));
            blocks.add(Paragraph.of(Component.SUBJECT, text(document.getSubject()), document));
        }
        addAddressees(blocks);
        addBases(reader, blocks);
        if (document.getBody() != null) {
            addBody(reader.read(document.getBody()), blocks);
        }
        blocks.add(new SideBySide(recipients(), signatures(), FOOT_LEFT));
        return blocks;
    }

    // The letterhead

    private List<Paragraph> headLeft() {
        var left = new ArrayList<Paragraph>();
        var agency = document.getAgency();
        if (agency != null && agency.getSuperior() != null) {
            left.add(Paragraph.of(Component.SUPERIOR, heading(agency.getSuperior()), agency.getSuperior()));
        }
        if (agency != null) {
            left.add(Paragraph.of(Component.ISSUER, heading(agency), agency));
        }
        left.add(Paragraph.of(Component.NUMBER_SYMBOL, "Số: " + number() + "/" + symbol(), document));
        if (document.getType() == DocumentType.OFFICIAL_LETTER) {
            left.add(Paragraph.of(Component.NUMBER_SYMBOL, "V/v " + text(document.getSubject()), document));
        }
        return left;
    }

    /** Numbers below 10 are padded with a zero; a number not given yet leaves room to write (ND30, Điều 15). */
    private String number() {
        var number = text(document.getNumber());
        return number.isEmpty() ? "      " : number.length() == 1 ? "0" + number : number;
    }

    /** Type and issuer; a letter has no type, but the code of its drafting unit (ND30, Phụ lục I, II.3). */
    private String symbol() {
        var issuer = document.getAgency() == null ? "" : text(document.getAgency().getAbbreviation());
        var type = DocumentTypes.abbreviation(document.getType());
        if (!type.isEmpty()) {
            return type + "-" + issuer;
        }
        var unit = document.getDraftingUnit();
        if (unit == null) {
            return issuer;
        }
        return issuer + "-" + (unit.getAbbreviation() != null ? unit.getAbbreviation() : text(unit.getName()));
    }

    private List<Paragraph> headRight() {
        var place = document.getPlaceName() != null ? document.getPlaceName()
                : document.getAgency() == null ? "" : text(document.getAgency().getPlaceName());
        var right = new ArrayList<Paragraph>();
        right.add(Paragraph.of(Component.NATIONAL_NAME, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", null));
        right.add(Paragraph.of(Component.MOTTO, "Độc lập - Tự do - Hạnh phúc", null));
        if (document.getDate() != null) {
            right.add(Paragraph.of(Component.PLACE_DATE, place + ", " + VietnameseDates.inWords(document.getDate()), document));
        }
        return right;
    }

    private static String heading(Agency agency) {
        return VietnameseText.capitals(agency.getHeadingName() != null ? agency.getHeadingName() : text(agency.getTitle()));
    }

    // The text

    private void addAddressees(List<Block> blocks) {
        var addressees = document.getAddressees().stream()
                .map(a -> a.getAgency() != null ? text(a.getAgency().getTitle()) : text(a.getText())).toList();
        if (addressees.size() == 1) {
            blocks.add(Paragraph.of(Component.ADDRESSEE, "Kính gửi: " + addressees.getFirst(), document.getAddressees().getFirst()));
        } else if (!addressees.isEmpty()) {
            blocks.add(Paragraph.of(Component.ADDRESSEE, "Kính gửi:", document));
            for (int i = 0; i < addressees.size(); i++) {
                blocks.add(Paragraph.of(Component.ADDRESSEE, "- " + addressees.get(i) + (i < addressees.size() - 1 ? ";" : "."),
                        document.getAddressees().get(i)));
            }
        }
    }

    /** Each basis ends with a semicolon, the last with a full stop unless a sentence that announces the text follows. */
    private void addBases(ProseReader reader, List<Block> blocks) {
        var lines = document.getBody() == null ? List.of() : document.getBody().getLines();
        var announced = !lines.isEmpty() && lines.getFirst() instanceof org.bieumau.model.Paragraph first && first.getMarker() == null;
        for (int i = 0; i < document.getBases().size(); i++) {
            var basis = document.getBases().get(i);
            var text = basis.getCitation() != null ? reader.mention(basis.getCitation(), CitationForm.AUTO) : text(basis.getText());
            var last = i == document.getBases().size() - 1 && !announced;
            blocks.add(Paragraph.of(Component.BASIS, "Căn cứ " + text + (last ? "." : ";"), basis));
        }
    }

    private void addBody(List<ProseParagraph> body, List<Block> blocks) {
        for (int i = 0; i < body.size(); i++) {
            var paragraph = body.get(i);
            var spans = new ArrayList<Span>();
            if (!paragraph.label().isEmpty()) {
                spans.add(Span.of(paragraph.label() + " "));
            }
            spans.addAll(paragraph.spans());
            if (i == body.size() - 1) {
                endWithMark(spans);
            }
            blocks.add(new Paragraph(component(paragraph, i + 1 < body.size() ? body.get(i + 1) : null), spans, paragraph.source()));
        }
    }

    /** The text of a document ends with «./.», which the author may have typed or not. */
    private static void endWithMark(List<Span> spans) {
        if (spans.isEmpty() || spans.getLast().text().endsWith(END_MARK)) {
            return;
        }
        var last = spans.removeLast();
        spans.add(last.with(last.text().replaceFirst("[.;]?$", "") + END_MARK));
    }

    private static Component component(ProseParagraph paragraph, ProseParagraph next) {
        return switch (paragraph.level()) {
            case null -> Component.BODY;
            case PART, CHAPTER, SECTION, SUBSECTION -> Component.DIVISION_HEADING;
            case ARTICLE -> Component.CLAUSE_HEADING;
            case ROMAN -> Component.ROMAN_HEADING;
            case CLAUSE -> isHeading(paragraph, next) ? Component.CLAUSE_HEADING : Component.CLAUSE;
            case POINT -> Component.POINT;
            case DASH -> Component.DASH;
            case PLUS -> Component.PLUS;
        };
    }

    /** A khoản has a heading where its first line ends like no sentence and something of its own follows. */
    private static boolean isHeading(ProseParagraph paragraph, ProseParagraph next) {
        var text = paragraph.text().stripTrailing();
        var ends = text.isEmpty() || ".;:,!?…".indexOf(text.charAt(text.length() - 1)) >= 0;
        return !ends && next != null && (next.level() == null || next.level().compareTo(DivisionLevel.CLAUSE) > 0);
    }

    // The foot

    private List<Paragraph> recipients() {
        var lines = new ArrayList<Paragraph>();
        if (document.getRecipients().isEmpty() && document.getArchive() == null) {
            return lines;
        }
        lines.add(Paragraph.of(Component.RECIPIENTS_LABEL, "Nơi nhận:", document));
        for (var item : document.getRecipients()) {
            var members = item instanceof RecipientGroup group ? group.getMembers() : List.of((Recipient) item);
            for (var member : members) {
                var note = note(member) + (item != member && member == members.getLast() ? note(item) : "");
                var name = member.getAgency() != null ? text(member.getAgency().getTitle()) : text(member.getText());
                lines.add(Paragraph.of(Component.RECIPIENT, "- " + name + note + ";", member));
            }
        }
        var archive = document.getArchive();
        if (archive != null) {
            var spans = new ArrayList<Span>();
            spans.add(Span.of("- Lưu: " + String.join(", ", archive.getUnits())));
            if (archive.getDrafter() != null) {
                spans.add(new Span(archive.getDrafter(), false, false, true));
            }
            spans.add(Span.of((archive.getCopies() == null ? "" : " (" + archive.getCopies() + ")") + "."));
            lines.add(new Paragraph(Component.RECIPIENT, spans, archive));
        }
        return lines;
    }

    private static String note(RecipientItem item) {
        return item.getNote() == null ? "" : " (" + item.getNote() + ")";
    }

    private List<Paragraph> signatures() {
        return document.getSignatures().stream().map(DocumentLayout::signature).flatMap(Collection::stream).toList();
    }

    private static List<Paragraph> signature(Signature signature) {
        var lines = new ArrayList<Paragraph>();
        if (signature.getAuthorityOf() != null) {
            var prefix = signature.getAuthority() == Authority.NONE ? "" : signature.getAuthority().getLiteral() + " ";
            lines.add(Paragraph.of(Component.POSITION, prefix + VietnameseText.capitals(signature.getAuthorityOf()), signature));
        }
        if (signature.getPosition() != null) {
            lines.add(Paragraph.of(Component.POSITION, VietnameseText.capitals(signature.getPosition()), signature));
        }
        if (signature.getPersonName() != null) {
            lines.add(Paragraph.of(Component.SIGNER, signature.getPersonName(), signature));
        }
        return lines;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
