/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bieumau.core.internal.law.Citations;
import org.bieumau.core.internal.prose.ProseParagraph;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.text.CitationText;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.text.Span;
import org.bieumau.model.Appendix;
import org.bieumau.model.Attachment;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Form;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Recipient;
import org.bieumau.model.RecipientGroup;

/**
 * The names by which rules refer to the content of a document. A missing text or list is empty. A missing date has no
 * known value, so rules that need it are skipped.
 */
public enum DocumentName {
    TYPE("tên loại", "", document -> document.type().getLiteral()),
    NUMBER("số", "", ResolvedDocument::number),
    DATE("ngày", new PartialDate(1, 1, 2000), ResolvedDocument::date),
    YEAR(
            "năm",
            Year.of(2000),
            document -> document.date() == null ? null : Year.of(document.date().year())),
    PLACE("địa danh", "", ResolvedDocument::placeName),
    PROVINCE(
            "tỉnh",
            "",
            document -> document.province() == null ? "" : document.province().getTitle()),
    SUBJECT(
            "trích yếu",
            "",
            document ->
                    String.join(" ", document.subject().stream().map(Span::text).toList())),
    TEXT("nội dung", "", document -> text(paragraphs(document))),
    PARAGRAPHS("đoạn", List.of(Sample.PARAGRAPH), DocumentName::paragraphs),
    /** The parts under the headings I., II., III. */
    PARTS("mục", List.of(Sample.PART), document -> parts(paragraphs(document))),
    /** The deadlines: the dates after «trước ngày», «chậm nhất ngày» or «muộn nhất ngày». */
    DEADLINES(
            "thời hạn",
            List.of(new PartialDate(1, 1, 2000)),
            document -> CitationText.deadlines(text(paragraphs(document))).stream()
                    .map(CitationText.Deadline::date)
                    .toList()),
    ADDRESSEES(
            "kính gửi",
            List.of(""),
            document -> document.addressees().stream()
                    .map(each -> name(
                            each.getAgency() == null ? null : each.getAgency().getTitle(), each.getText()))
                    .toList()),
    RECIPIENTS(
            "nơi nhận",
            List.of(""),
            document -> document.recipients().stream()
                    .flatMap(each -> each instanceof RecipientGroup group
                            ? group.getMembers().stream()
                            : Stream.of((Recipient) each))
                    .map(each -> name(
                            each.getAgency() == null ? null : each.getAgency().getTitle(), each.getText()))
                    .toList()),
    BASES(
            "căn cứ",
            List.of(""),
            document -> document.bases().stream()
                    .map(each ->
                            each.getCitation() != null && !each.getCitation().eIsProxy()
                                    ? Span.unmarked(Citations.full(each.getCitation()))
                                    : name(null, each.getText()))
                    .toList()),
    SIGNERS(
            "người ký",
            List.of(""),
            document -> document.signatures().stream()
                    .map(each -> name(null, ResolvedDocument.Signatory.of(each).name()))
                    .toList()),
    APPENDICES(
            "phụ lục",
            List.of(""),
            document -> document.attachments().stream()
                    .map(Attachment::getAppendix)
                    .filter(each -> each != null)
                    .map(Appendix::getTitle)
                    .map(title -> name(null, title))
                    .toList()),
    /** The forms attached to the document. */
    FORMS(
            "kèm theo",
            List.of(Sample.FORM),
            document -> document.attachments().stream()
                    .map(Attachment::getElement)
                    .filter(each -> each instanceof Form && !each.eIsProxy())
                    .toList());

    /**
     * A part of a text.
     *
     * @param title the heading without the number
     * @param paragraphs the paragraphs under the heading
     */
    public record Part(String title, List<ProseParagraph> paragraphs) {}

    private final String word;
    private final Object sample;
    private final Function<ResolvedDocument, Object> value;

    DocumentName(String word, Object sample, Function<ResolvedDocument, Object> value) {
        this.word = word;
        this.sample = sample;
        this.value = value;
    }

    /** Returns the name as written in expressions. */
    public String word() {
        return word;
    }

    /** Returns the description of the value, as one sentence for the user. */
    public String help() {
        return CoreMessages.ALL.text("name." + name());
    }

    /** Returns a sample value of the type of the name. */
    public Object sample() {
        return sample;
    }

    /** Returns the value for a document; empty if it is not known. */
    public Optional<Object> of(ResolvedDocument document) {
        return Optional.ofNullable(value.apply(document));
    }

    /** Returns a list of texts, such as the recipients, for a document; empty if it is not known. */
    public List<String> texts(ResolvedDocument document) {
        return of(document).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(String.class::cast)
                .toList();
    }

    /** Returns the name with a word; empty if there is none. */
    public static Optional<DocumentName> of(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Returns a member of a paragraph, a part or a sample of a document; null if there is no such member. */
    public static Object member(Object owner, String name) {
        return switch (owner) {
            case ProseParagraph paragraph when name.equals("chữ") -> paragraph.text();
            case ProseParagraph paragraph when name.equals("dấu") -> paragraph.label();
            case Part part when name.equals("tên") -> part.title();
            case Part part when name.equals("đoạn") -> part.paragraphs();
            case Part part when name.equals("chữ") -> text(part.paragraphs());
            case Sample sample -> sample(sample, name);
            default -> null;
        };
    }

    private static Object sample(Sample owner, String name) {
        return switch (owner) {
            case DOCUMENT -> of(name).map(DocumentName::sample).orElse(null);
            case PARAGRAPH -> name.equals("chữ") || name.equals("dấu") ? "" : null;
            case PART ->
                name.equals("đoạn") ? List.of(Sample.PARAGRAPH) : name.equals("tên") || name.equals("chữ") ? "" : null;
            case FORM, ROW -> null;
        };
    }

    private static String name(String first, String second) {
        return first != null ? first : second != null ? Span.unmarked(second) : "";
    }

    private static String text(List<ProseParagraph> paragraphs) {
        return String.join("\n", paragraphs.stream().map(ProseParagraph::text).toList());
    }

    private static List<ProseParagraph> paragraphs(ResolvedDocument document) {
        return document.body() == null ? List.of() : new ProseReader(document.scope()).readParagraphs(document.body());
    }

    private static List<Part> parts(List<ProseParagraph> paragraphs) {
        var parts = new ArrayList<Part>();
        for (var paragraph : paragraphs) {
            if (paragraph.level() == DivisionLevel.ROMAN) {
                parts.add(new Part(paragraph.text(), new ArrayList<>()));
            } else if (!parts.isEmpty()) {
                parts.getLast().paragraphs().add(paragraph);
            }
        }
        return parts;
    }
}
