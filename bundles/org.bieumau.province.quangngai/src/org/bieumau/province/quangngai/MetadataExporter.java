/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.province.quangngai;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.document.DocumentFields;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.text.Messages;
import org.bieumau.core.text.Span;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Severity;
import org.bieumau.model.Urgency;

/**
 * Writes the metadata of an outgoing document as XML, for the records system (ND30, Phụ lục VI, phần II). Fields that
 * the language does not have, such as the code of the archive file, are omitted and must be added in the records
 * system.
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

    /** Returns whether the layout is of a document of the province. */
    @Override
    public boolean accepts(Layout layout) {
        return layout.document()
                .flatMap(DocumentFields::province)
                .filter(province -> PROVINCE.equals(province.getCode()))
                .isPresent();
    }

    /**
     * A value of the metadata.
     *
     * @param longest the maximum length in code points that Phụ lục VI allows
     */
    private record Field(String name, String value, int longest) {

        boolean isTooLong() {
            return value.codePointCount(0, value.length()) > longest;
        }
    }

    @Override
    public List<Finding> leftOut(Layout layout) {
        return fields(layout).stream()
                .filter(Field::isTooLong)
                .map(field -> new Finding(
                        "METADATA-LENGTH",
                        Severity.WARNING,
                        MESSAGES.text("METADATA-LENGTH", field.name(), field.longest()),
                        layout.element(),
                        null,
                        List.of()))
                .toList();
    }

    private static List<Field> fields(Layout layout) {
        var document = layout.document().orElseThrow();
        var fields = new ArrayList<Field>();
        fields.add(new Field("TypeName", document.typeName(), 100));
        fields.add(new Field("CodeNumber", document.number(), 11));
        fields.add(new Field("CodeNotation", document.symbol().replaceFirst("^[/-]", ""), 30));
        document.date()
                .filter(PartialDate::isComplete)
                .ifPresent(day -> fields.add(new Field(
                        "IssuedDate",
                        String.format(Locale.ROOT, "%02d/%02d/%04d", day.day(), day.month(), day.year()),
                        10)));
        fields.add(new Field("OrganName", document.agencyName(), 200));
        fields.add(new Field(
                "Subject",
                String.join(" ", document.subject().stream().map(Span::text).toList()),
                500));
        fields.add(new Field("Language", "Tiếng Việt", 30));
        document.signatories().stream().findFirst().ifPresent(signatory -> {
            fields.add(new Field("SignerInfo/Position", signatory.position(), 100));
            fields.add(new Field("SignerInfo/FullName", signatory.name(), 50));
        });
        var receivers = document.addressees().isEmpty() ? document.recipients() : document.addressees();
        receivers.forEach(name -> fields.add(new Field("To/OrganName", name, 200)));
        fields.add(new Field("Priority", Integer.toString(priority(document)), 1));
        document.copies().ifPresent(copies -> fields.add(new Field("IssuedAmount", copies.toString(), 3)));
        fields.removeIf(field -> field.value().isBlank());
        return fields;
    }

    /** Returns the urgency: 0 none, 1 urgent (khẩn), 2 very urgent (thượng khẩn), 3 express (hỏa tốc). */
    private static int priority(DocumentFields document) {
        return document.urgency().map(Urgency::getValue).orElse(0);
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
