/* SPDX-License-Identifier: EPL-2.0 */
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipInputStream;
import org.bieumau.ooxml.internal.OoxmlPackage;

/** Writes a package and reads its properties. */
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
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().equals("docProps/core.xml") && text.contains("<dc:title>Kế hoạch</dc:title>")) {
                    return;
                }
            }
        }
        throw new IllegalStateException("no title");
    }
}
