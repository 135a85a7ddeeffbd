/* SPDX-License-Identifier: EPL-2.0 */
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.internal.library.BieuReader;

/** Reads a file with a document and a form, and exports in each format of the arguments what the format accepts. */
public final class Documents {

    public static void main(String[] formats) throws Exception {
        var file = Files.writeString(Path.of(System.getProperty("folder"), "a.bieu"), """
            cơ quan SNV "Sở Nội vụ" { viết tắt "SNV" địa danh "Huế" }
            mẫu biểu M "DANH SÁCH" { cột tên "Họ và tên": chữ, bắt buộc cột tiền "Kinh phí": số tiền }
            biểu B lập theo mẫu M { dòng "Nguyễn Văn An" { tiền 2.500.000 } }
            kế hoạch VănThư { cơ quan ban hành SNV trích yếu "Công tác văn thư" ngày 05/01/2026 nội dung '''
                Từ ngày 5/1/2026. (có danh sách kèm theo)
            ''' nơi nhận { lưu VT } ký { chức vụ "Giám đốc" họ tên "Trần Thị Bình" } kèm theo B }
            """);
        var result = new BieuReader(List.of()).read(file);
        var codes = result.problems().stream().map(problem -> problem.code()).toList();
        expect(codes.equals(List.of("DATE-PADDING")), result.problems().toString());
        var registry = Registry.installed();
        for (var format : formats) {
            var exporter = registry.exporter(format).orElseThrow();
            var exported = 0;
            for (var element : result.library().getElements()) {
                if (!Layout.supports(element)) {
                    continue;
                }
                var layout = Layout.of(element, registry.profile("nd30").orElseThrow());
                if (exporter.accepts(layout)) {
                    var out = new ByteArrayOutputStream();
                    exporter.export(layout, out, Progress.NONE);
                    expect(out.size() > 1000, format + ": " + out.size());
                    exported++;
                }
            }
            expect(exported >= 2, format + ": " + exported + " elements");
        }
    }

    private static void expect(boolean condition, String found) {
        if (!condition) {
            throw new IllegalStateException(found);
        }
    }
}
