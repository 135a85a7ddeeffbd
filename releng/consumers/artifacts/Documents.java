/* SPDX-License-Identifier: EPL-2.0 */
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.NumberValue;

/** Reads, checks, edits, saves and exports a file with the facade alone, in each format of the arguments. */
public final class Documents {

    private static final String TEXT = """
            // Sở Nội vụ
            cơ quan SNV "Sở Nội vụ" { viết tắt "SNV" địa danh "Huế" }
            mẫu biểu M "DANH SÁCH" { cột tên "Họ và tên": chữ, bắt buộc cột tiền "Kinh phí": số tiền }
            biểu B lập theo mẫu M { dòng "Nguyễn Văn An" { tiền 2.500.000 } }
            kế hoạch VănThư { cơ quan ban hành SNV trích yếu "Công tác văn thư" ngày 05/01/2026 nội dung '''
                Từ ngày 5/1/2026. (có danh sách kèm theo)
            ''' nơi nhận { lưu VT } ký { chức vụ "Giám đốc" họ tên "Trần Thị Bình" } kèm theo B }
            """;

    public static void main(String[] formats) throws Exception {
        var folder = Path.of(System.getProperty("folder"));
        var path = Files.writeString(folder.resolve("a.bieu"), TEXT);
        var file = BieuFile.open(path);
        var codes = file.problems().stream().map(Problem::code).toList();
        expect(codes.equals(List.of("DATE-PADDING")), file.problems().toString());
        expect(!file.hasErrors(), "errors");

        var row = form(file).getEntries().getFirst();
        expect(file.cell(row, "tiền").equals("2.500.000"), file.cell(row, "tiền"));
        var amount = (NumberValue) row.getCells().getFirst().getValue();
        file.change(amount, changed -> changed.setNumber(BigDecimal.valueOf(3_000_000)));
        file.save();
        var saved = Files.readString(path);
        expect(saved.equals(TEXT.replace("2.500.000", "3.000.000")), saved);

        var library = BieumauFactory.eINSTANCE.createLibrary();
        var agency = BieumauFactory.eINSTANCE.createAgency();
        agency.setName("UBND");
        agency.setTitle("Ủy ban nhân dân");
        library.getElements().add(agency);
        var written = new BieuReader().write(library);
        expect(written.text().equals("cơ quan UBND \"Ủy ban nhân dân\"\n"), written.text());

        for (var format : formats) {
            var target = folder.resolve("b." + format);
            file.export(form(file), target);
            expect(Files.size(target) > 0, format + ": " + Files.size(target));
            var out = new ByteArrayOutputStream();
            file.export(form(file), format, out);
            expect(out.size() == Files.size(target), format + ": " + out.size());
            if (!format.equals("xlsx")) {
                file.export(file.element(Document.class, "VănThư").orElseThrow(), folder.resolve("a." + format));
            }
        }
    }

    private static Form form(BieuFile file) {
        return file.element(Form.class, "B").orElseThrow();
    }

    private static void expect(boolean condition, String found) {
        if (!condition) {
            throw new IllegalStateException(found);
        }
    }
}
