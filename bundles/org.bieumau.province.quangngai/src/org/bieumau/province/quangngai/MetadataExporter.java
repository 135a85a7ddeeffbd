/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.province.quangngai;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.document.DocumentName;
import org.bieumau.core.document.ResolvedDocument;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.layout.Symbols;
import org.bieumau.core.problem.Messages;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.prose.Span;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.text.DocumentTypes;
import org.bieumau.model.Document;
import org.bieumau.model.Severity;
import org.bieumau.model.Urgency;

/**
 * Writes the metadata of an outgoing document as XML, for the records system (ND30, Phụ lục VI, phần II). What the
 * language does not know, such as the code of the file in the archive, is left out, to be added there.
 */
public final class MetadataExporter implements Exporter {

    private static final String PROVINCE = "51";
    private static final Messages MESSAGES = new Messages(MetadataExporter.class);

    @Override
    public String id() {
        return "xml";
    }

    @Override
    public String title() {
        return MESSAGES.text("metadata.title");
    }

    /** Of documents of the province. */
    @Override
    public boolean accepts(Layout layout) {
        return layout.element() instanceof Document document
                && ResolvedDocument.of(document).province() != null
                && PROVINCE.equals(ResolvedDocument.of(document).province().getCode());
    }

    /** A value with the length that the appendix allows. */
    private record Field(String name, String value, int longest) {

        boolean isTooLong() {
            return value.codePointCount(0, value.length()) > longest;
        }
    }

    @Override
    public List<Problem> leftOut(Layout layout) {
        return fields(layout).stream()
                .filter(Field::isTooLong)
                .map(field -> new Problem(
                        "METADATA-LENGTH",
                        Severity.WARNING,
                        MESSAGES.text("METADATA-LENGTH", field.name(), field.longest()),
                        null))
                .toList();
    }

    private static List<Field> fields(Layout layout) {
        var document = ResolvedDocument.of((Document) layout.element());
        var fields = new ArrayList<Field>();
        fields.add(new Field("TypeName", DocumentTypes.name(document.type()), 100));
        fields.add(new Field("CodeNumber", Symbols.number(document, layout.profile()), 11));
        fields.add(new Field(
                "CodeNotation", Symbols.symbol(document, layout.profile()).replaceFirst("^[/-]", ""), 30));
        if (document.date() != null && document.date().isComplete()) {
            var day = document.date();
            fields.add(new Field("IssuedDate", "%02d/%02d/%04d".formatted(day.day(), day.month(), day.year()), 10));
        }
        fields.add(new Field("OrganName", document.agencyNames().title(), 200));
        fields.add(new Field(
                "Subject",
                String.join(" ", document.subject().stream().map(Span::text).toList()),
                500));
        fields.add(new Field("Language", "Tiếng Việt", 30));
        if (!document.signatures().isEmpty()) {
            var signatory = ResolvedDocument.Signatory.of(document.signatures().getFirst());
            fields.add(new Field("SignerInfo/Position", signatory.position() == null ? "" : signatory.position(), 100));
            fields.add(new Field("SignerInfo/FullName", signatory.name() == null ? "" : signatory.name(), 50));
        }
        recipients(document).forEach(name -> fields.add(new Field("To/OrganName", name, 200)));
        fields.add(new Field("Priority", Integer.toString(priority(document.urgency())), 1));
        if (document.archive() != null && document.archive().getCopies() != null) {
            fields.add(new Field("IssuedAmount", document.archive().getCopies().toString(), 3));
        }
        fields.removeIf(field -> field.value().isBlank());
        return fields;
    }

    /** The addressees; where there are none, the recipients. */
    private static List<String> recipients(ResolvedDocument document) {
        var names = document.addressees().isEmpty() ? DocumentName.RECIPIENTS : DocumentName.ADDRESSEES;
        return names.of(document).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(String.class::cast)
                .toList();
    }

    /** None, urgent, very urgent, express: 0 to 3. */
    private static int priority(Urgency urgency) {
        return urgency == null ? 0 : urgency.getValue();
    }

    @Override
    public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
        new MetadataXml(out)
                .write(fields(layout).stream()
                        .map(field -> new MetadataXml.Value(field.name(), shortened(field)))
                        .toList());
        progress.done(1);
    }

    private static String shortened(Field field) {
        return field.isTooLong()
                ? field.value().substring(0, field.value().offsetByCodePoints(0, field.longest()))
                : field.value();
    }
}
