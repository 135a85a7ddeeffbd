/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.core.spi.Validator;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.example.PluginJar;
import org.example.Plugins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A faulty plug-in in the folder of <code>--plugins</code> is named, and does not affect the others. */
class PluginFolderTest {

    @TempDir
    private Path folder;

    private Path plugins;
    private Path file;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void setUp() throws IOException {
        Locale.setDefault(Locale.of("vi", "VN"));
        plugins = Files.createDirectories(folder.resolve("phần mở rộng #1 (50%)"));
        file = Files.writeString(folder.resolve("a.bieu"), "mẫu biểu M \"MẪU\" { cột a \"A\": chữ }\n");
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    private ExitCode run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    }

    private ExitCode validate() {
        return run("validate", file, "--plugins", plugins);
    }

    private ExitCode export(String... formats) {
        return run(
                "export", file, "-f", String.join(",", formats), "--plugins", plugins, "-o", folder.resolve("kết quả"));
    }

    private List<String> written() throws IOException {
        try (var files = Files.list(folder.resolve("kết quả"))) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    /** Checks that one line of standard error has the code and each of the words. */
    private void assertTold(String code, String... words) {
        assertEquals(
                1,
                err.toString()
                        .lines()
                        .filter(line -> line.contains(" " + code + " ")
                                && Arrays.stream(words).allMatch(line::contains))
                        .count(),
                err::toString);
    }

    private void assertGoodExporterWorks() throws IOException {
        assertEquals(ExitCode.FAILED, export("good"), err::toString);
        assertEquals("tốt", Files.readString(folder.resolve("kết quả/a.good")));
    }

    @Test
    void pluginsOfAFolderWithSpecialCharactersInItsNameAreUsed() throws IOException {
        new PluginJar().with(Exporter.class, Plugins.GoodExporter.class).write(plugins.resolve("tốt #2.jar"));
        assertEquals(ExitCode.DONE, export("good"), err::toString);
        assertEquals("", err.toString());
        run("list", "exporters", "--plugins", plugins);
        assertTrue(out.toString().contains("tốt #2.jar"), out::toString);
    }

    @Test
    void jarsThatCannotBeReadAreNamed() throws IOException {
        var good =
                new PluginJar().with(Exporter.class, Plugins.GoodExporter.class).write(plugins.resolve("tốt.jar"));
        var bytes = Files.readAllBytes(good);
        Files.write(plugins.resolve("cụt.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.writeString(plugins.resolve("không phải jar.jar"), "đây là chữ");
        Files.createFile(plugins.resolve("rỗng.jar"));
        new PluginJar().write(plugins.resolve("trống.jar"));
        assertGoodExporterWorks();
        for (var name : List.of("cụt.jar", "không phải jar.jar", "rỗng.jar", "trống.jar")) {
            assertTold("PLUGIN-UNLOADABLE", plugins.resolve(name).toString());
        }
    }

    @Test
    void missingAndDamagedClassesAreNamedWithTheirJar() throws IOException {
        new PluginJar()
                .service(Exporter.class, "org.foreign.Gone")
                .with(Exporter.class, Plugins.GoodExporter.class)
                .with(Exporter.class, Plugins.FailingExporter.class)
                .damaged(Plugins.FailingExporter.class)
                .write(plugins.resolve("thiếu.jar"));
        assertGoodExporterWorks();
        assertTold("PLUGIN-UNLOADABLE", "org.foreign.Gone (thiếu.jar)", "thiếu lớp org.foreign.Gone");
        assertTold("PLUGIN-UNLOADABLE", "org.foreign.Plugins$FailingExporter (thiếu.jar)", "tệp lớp bị hỏng");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Plugins.NullIdExporter.class,
                Plugins.PathIdExporter.class,
                Plugins.PrivateConstructor.class,
                Plugins.NoExporter.class
            })
    void pluginsThatBreakTheirContractAreNamedWithTheirJar(Class<?> plugin) throws IOException {
        new PluginJar()
                .with(Exporter.class, plugin)
                .with(Exporter.class, Plugins.GoodExporter.class)
                .write(plugins.resolve("x.jar"));
        assertGoodExporterWorks();
        assertTold("PLUGIN-UNLOADABLE", PluginJar.foreign(plugin) + " (x.jar)");
    }

    @Test
    void theCauseInAConstructorIsReported() throws IOException {
        new PluginJar()
                .with(Exporter.class, Plugins.FailingConstructor.class)
                .with(Exporter.class, Plugins.FailingInitializer.class)
                .write(plugins.resolve("x.jar"));
        run("list", "exporters", "--plugins", plugins);
        assertTold("PLUGIN-UNLOADABLE", "FailingConstructor (x.jar)", "thiếu cấu hình máy in");
        assertTold("PLUGIN-UNLOADABLE", "FailingInitializer (x.jar)", "mười");
        assertTrue(out.toString().contains("docx"), out::toString);
    }

    @Test
    void aFailureAtRunTimeIsNotAFailureToLoad() throws IOException {
        new PluginJar()
                .with(Validator.class, Plugins.FailingValidator.class)
                .with(Validator.class, Plugins.GoodValidator.class)
                .write(plugins.resolve("x.jar"));
        assertEquals(ExitCode.FAILED, validate());
        assertTrue(out.toString().contains("lỗi PLUGIN-FAILED Phần mở rộng"), out::toString);
        assertTrue(out.toString().contains("bị lỗi khi chạy"), out::toString);
        assertTrue(out.toString().contains("không nối được máy chủ"), out::toString);
        assertTrue(out.toString().contains("MY-CODE"), out::toString);
    }

    @Test
    void nullInPlaceOfAValueIsReported() throws IOException {
        new PluginJar().with(Validator.class, Plugins.NullValidator.class).write(plugins.resolve("x.jar"));
        assertEquals(ExitCode.FAILED, validate());
        assertTrue(out.toString().contains("PLUGIN-FAILED"), out::toString);
        Files.delete(plugins.resolve("x.jar"));
        new PluginJar()
                .with(FunctionProvider.class, Plugins.NullFunctions.class)
                .write(plugins.resolve("y.jar"));
        assertEquals(ExitCode.FAILED, run("list", "functions", "--plugins", plugins));
        assertTold("PLUGIN-FAILED", "NullFunctions (y.jar)", "null");
    }

    /** If the call is not refused, it ends the tests. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                Plugins.ExitingValidator.class,
                Plugins.HaltingValidator.class,
                Plugins.ExitReferenceValidator.class
            })
    void aPluginCannotEndTheProgram(Class<?> plugin) throws IOException {
        new PluginJar()
                .with(Validator.class, plugin)
                .with(Validator.class, Plugins.GoodValidator.class)
                .write(plugins.resolve("x.jar"));
        assertEquals(ExitCode.FAILED, validate());
        assertTrue(
                out.toString().contains("PLUGIN-FAILED")
                        && out.toString().contains(PluginJar.foreign(plugin) + " (x.jar)")
                        && out.toString().contains("kết thúc cả chương trình"),
                out::toString);
        assertTrue(out.toString().contains("MY-CODE"), out::toString);
    }

    @Test
    void anExporterThatFailsDoesNotAffectOtherFormats() throws IOException {
        new PluginJar().with(Exporter.class, Plugins.FailingExporter.class).write(plugins.resolve("x.jar"));
        assertEquals(ExitCode.FAILED, export("aaa", "docx", "pdf"), err::toString);
        assertEquals(List.of("a.docx", "a.pdf"), written());
        assertTold("PLUGIN-FAILED", "FailingExporter (x.jar)", "máy in hết giấy");
    }

    @Test
    void acceptsThatFailsIsReported() throws IOException {
        new PluginJar().with(Exporter.class, Plugins.UnwillingExporter.class).write(plugins.resolve("x.jar"));
        assertEquals(ExitCode.FAILED, export("aaa", "docx"), err::toString);
        assertEquals(List.of("a.docx"), written());
        assertTold("PLUGIN-FAILED", "UnwillingExporter (x.jar)", "không hiểu trang này");
    }

    @Test
    void anExporterThatFailsAtItsOptionsIsReported() throws IOException {
        new PluginJar().with(Exporter.class, Plugins.OptionExporter.class).write(plugins.resolve("x.jar"));
        assertEquals(ExitCode.FAILED, export("aaa", "docx"), err::toString);
        assertEquals(List.of("a.docx"), written());
        assertTold("PLUGIN-FAILED", "OptionExporter (x.jar)", "không hiểu tùy chọn");
    }

    /** A slow computer must not switch off the built-in formats. */
    @Test
    void theProgramItselfHasNoDeadline() throws IOException {
        var registry = Registry.load(Registry.class.getClassLoader(), Duration.ofNanos(1));
        assertEquals(List.of(), registry.problems());
        var exporters = List.of("docx", "html", "pdf", "xlsx").stream()
                .map(id -> registry.exporter(id).orElseThrow())
                .toList();
        var outcome = new ExportRun(
                        new BieuReader(List.of(), registry),
                        folder.resolve("kết quả"),
                        exporters,
                        ExportRun.Options.DEFAULT,
                        new ExportRun.Listener() {})
                .run(List.of(file));
        assertEquals(ExportRun.Outcome.DONE, outcome);
        assertEquals(List.of("a.docx", "a.html", "a.pdf", "a.xlsx"), written());
        assertEquals(List.of(), registry.problems());
    }

    @Test
    void aFolderThatIsMissingOrHasNoPluginsIsReported() throws IOException {
        assertEquals(ExitCode.FAILED, run("validate", file, "--plugins", folder.resolve("nowhere")));
        assertTold("PLUGINS-UNREADABLE", "nowhere", ".jar", "goi.properties");
        assertEquals("", out.toString());
        assertEquals(ExitCode.FAILED, run("validate", file, "--plugins", file));
        assertTold("PLUGINS-UNREADABLE", "a.bieu");
        assertEquals(ExitCode.FAILED, validate());
        assertTold("PLUGIN-UNLOADABLE", plugins.toString(), ".jar", "goi.properties");
    }

    @Test
    void outputOfAPluginDoesNotGetIntoAReport() throws IOException {
        new PluginJar().with(Validator.class, Plugins.TalkingValidator.class).write(plugins.resolve("x.jar"));
        var systemOut = System.out;
        var systemErr = System.err;
        var captured = new ByteArrayOutputStream();
        var others = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(others, true, StandardCharsets.UTF_8));
        try {
            Main.run("validate", file.toString(), "--report", "json", "--plugins", plugins.toString());
        } finally {
            System.setOut(systemOut);
            System.setErr(systemErr);
        }
        assertEquals(
                "[]",
                JsonParser.parseString(captured.toString(StandardCharsets.UTF_8))
                        .toString());
        assertTrue(others.toString(StandardCharsets.UTF_8).contains("đang kiểm tra …"), others::toString);
    }

    @Test
    void aMalformedLayoutOfAPackIsReportedWithItsPlace() throws IOException {
        var pack = Files.createDirectories(plugins.resolve("gói"));
        Files.writeString(pack.resolve("goi.properties"), "id = x\nversion = 1\nlayout = thể thức.tsv\n");
        var table =
                Files.writeString(pack.resolve("thể thức.tsv"), "# lề\npage\torientation\ttop (mm)\npage\tdọc\thai\n");
        assertEquals(ExitCode.FAILED, run("list", "profiles", "--plugins", plugins));
        assertTrue(err.toString().startsWith(table + ":3:10: lỗi PROFILE-MALFORMED "), err::toString);
        assertTrue(err.toString().contains("«hai»"), err::toString);
    }

    @Test
    void aPackThatCannotBeReadIsNamed() throws IOException {
        var pack = Files.createDirectories(plugins.resolve("gói"));
        Files.writeString(pack.resolve("goi.properties"), "title = Không có mã\n");
        assertEquals(ExitCode.FAILED, validate());
        assertTold("PLUGIN-UNLOADABLE", pack.toString(), "goi.properties thiếu «id»");
        Files.writeString(pack.resolve("goi.properties"), "id = x\nversion = 1\n");
        Files.writeString(pack.resolve("số #1 a%20b.bieu"), "thư viện x\n\ndanh mục D { A \"một\" }\n");
        Files.writeString(file, "dùng x\n\nmẫu biểu M \"MẪU\" { cột a \"A\": chọn từ D }\n");
        assertEquals(ExitCode.DONE, validate(), () -> out.toString() + err);
        assertEquals(ExitCode.DONE, run("validate", file, "--plugins", pack), () -> out.toString() + err);
        assertFalse(out.toString().contains("LINK-UNKNOWN"), out::toString);
    }
}
