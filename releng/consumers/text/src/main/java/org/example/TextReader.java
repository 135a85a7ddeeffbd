/* SPDX-License-Identifier: EPL-2.0 */
package org.example;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.model.Document;

/** Reads a .bieu file and prints its problems and documents. */
public final class TextReader {

    public static void main(String[] arguments) throws Exception {
        var file = Files.writeString(Path.of(arguments[0], "a.bieu"), """
                cơ quan SNV "Sở Nội vụ" { viết tắt "SNV" địa danh "Huế" }
                kế hoạch VănThư { cơ quan ban hành SNV trích yếu "Công tác văn thư" ngày 05/01/2026 nội dung '''
                    Từ ngày 5/1/2026.
                ''' nơi nhận { lưu VT } ký { chức vụ "Giám đốc" họ tên "Trần Thị Bình" } }
                """);
        var result = BieuFile.open(file);
        result.problems().forEach(System.out::println);
        for (var element : result.elements()) {
            if (element instanceof Document document) {
                System.out.println(
                        document.getType().getLiteral() + " " + document.getName() + " " + document.getDate());
            }
        }
        if (result.hasErrors() || result.problems().size() != 1) {
            throw new IllegalStateException("expected one warning");
        }
    }
}
