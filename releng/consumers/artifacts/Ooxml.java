/* SPDX-License-Identifier: EPL-2.0 */
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.bieumau.ooxml.internal.OoxmlPackage;

/** Writes a package and opens it with POI. */
public final class Ooxml {

    public static void main(String[] arguments) throws Exception {
        var written = new OoxmlPackage("Kế hoạch", "Sở Nội vụ", LocalDate.of(2026, 1, 5));
        written.part(
                "/word/document.xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                xml -> xml.empty("document").finish());
        written.relate(null, "officeDocument", "/word/document.xml");
        var out = new ByteArrayOutputStream();
        written.save(out);
        try (var read = OPCPackage.open(new ByteArrayInputStream(out.toByteArray()))) {
            var title = read.getPackageProperties().getTitleProperty().orElseThrow();
            if (!title.equals("Kế hoạch")) {
                throw new IllegalStateException(title);
            }
        }
    }
}
