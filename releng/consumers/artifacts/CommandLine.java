/* SPDX-License-Identifier: EPL-2.0 */
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;

/** Exports an example in all formats. */
public final class CommandLine {

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(System.getProperty("folder"));
        var file = Files.writeString(folder.resolve("a.bieu"), """
            dùng quangngai

            mẫu biểu M "DANH SÁCH" { cột tên "Họ và tên": chữ, bắt buộc cột tiền "Kinh phí": số tiền }
            biểu B lập theo mẫu M { dòng "Nguyễn Văn An" { tiền 2.500.000 } }
            """);
        var messages = new StringWriter();
        var out = new PrintWriter(messages, true);
        var code = Main.run(
                out, out, "export", file.toString(), "--format", "docx,xlsx,pdf,html", "--output", folder.toString());
        for (var format : new String[] {"docx", "xlsx", "pdf", "html"}) {
            if (code != ExitCode.DONE || Files.size(folder.resolve("a." + format)) == 0) {
                throw new IllegalStateException(code + ": " + messages);
            }
        }
    }
}
