/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.SparkSession;
import org.bieumau.consolidation.internal.engine.Engines;
import org.bieumau.consolidation.internal.engine.LocalEngine;
import org.bieumau.consolidation.internal.run.Consolidation;
import org.bieumau.consolidation.internal.run.RunProgress;
import org.bieumau.consolidation.internal.run.Settings;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.ide.internal.consolidation.ResultWriter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark and the local engine give the same bytes. */
class SparkEngineTest {

    private static final String UNITS = """
            danh mục Xã {
                tânThủy "UBND xã Tân Thủy" (còn gọi "Tân Thuỷ")
                hòaBình "UBND xã Hòa Bình"
                anThới "UBND phường An Thới"
                vĩnhAn "UBND xã Vĩnh An"
                bìnhSơn "UBND xã Bình Sơn"
            }
            """;
    private static final String REPORT = """
            mẫu biểu M "BÁO CÁO THÔNG TIN CUNG LAO ĐỘNG" {
                đơn vị tính "người"
                dòng đơn vị "Đơn vị báo cáo: …"
                cột tt "TT": số thứ tự
                cột chỉTiêu "Chỉ tiêu": chữ
                cột sốLượng "Số lượng": số
                cột nữ "Trong đó nữ": số
                chỉ tiêu {
                    tổng "1" "Số người từ 15 tuổi trở lên" { thànhThị "a" "Thành thị"   nôngThôn "b" "Nông thôn" }
                    cóViệc "2" "Số người có việc làm"
                }
                kiểm tra CỘNG báo lỗi khi tổng.sốLượng <> tổng.thànhThị.sốLượng + tổng.nôngThôn.sốLượng: "Sai tổng"
            }
            """;
    private static final String LIST = """
            danh mục LV { trồng "Trồng trọt" nuôi "Chăn nuôi" }
            mẫu biểu M "DANH SÁCH MÔ HÌNH KINH TẾ" {
                dòng đơn vị "Đơn vị báo cáo: …"
                cột stt "STT": số thứ tự
                cột tên "Tên mô hình": chữ, bắt buộc
                cột mã "Mã hồ sơ": chữ, không trùng
                cột hộ "Số hộ tham gia": số
                lĩnh vực theo LV, đánh số I
            }
            """;

    private static SparkSession session;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        session.sparkContext().setLogLevel("ERROR");
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    private Path campaign(String name, String form, String merge) throws Exception {
        var file = Files.createDirectories(folder.resolve(name)).resolve("dot.bieu");
        Files.writeString(
                file,
                UNITS + form + "đợt tổng hợp D {\nmẫu M\nđơn vị theo Xã\nhạn nộp 15/12/2022\nthư mục \"../nop-ve\"\n"
                        + merge + "\n}\n");
        return file;
    }

    private Path receive(String file, String unit, String rows, String form) throws Exception {
        var target = folder.resolve("nop-ve").resolve(file);
        Files.createDirectories(target.getParent());
        var read = new BieuReader()
                .read(UNITS + form.replaceAll("(?m)^.*kiểm tra.*$", "") + "biểu B lập theo mẫu M {\nđơn vị lập \""
                        + unit + "\"\n" + rows + "}\n");
        read.export(read.element(Form.class, "B").orElseThrow(), target);
        Files.setLastModifiedTime(target, FileTime.from(Instant.parse("2022-12-10T03:00:00Z")));
        return target;
    }

    private static Map<String, String> contents(Path results) throws Exception {
        var contents = new TreeMap<String, String>();
        try (var files = Files.list(results)) {
            for (var each : files.toList()) {
                contents.put(each.getFileName().toString(), Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private Map<String, String> local(Path campaign) throws Exception {
        var file = CampaignFile.open(new BieuReader(List.of(), Registry.installed()), campaign, "D");
        assertFalse(file.file().hasErrors(), file.file().problems()::toString);
        var settings = new Settings(file.roots(List.of()), List.of(), file.cache(), Set.of(), false, null);
        var consolidation = new Consolidation(file.plan(), Registry.installed(), new LocalEngine(2));
        var merged = consolidation.merge(consolidation.read(settings, RunProgress.NONE), settings);
        new ResultWriter(file, file.results(), false).write(merged);
        return contents(file.results());
    }

    private Map<String, String> spark(Path campaign) throws Exception {
        var err = new ByteArrayOutputStream();
        var code = Main.run(
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true),
                List.of(
                        campaign.toString(),
                        folder.resolve("nop-ve").toUri().toString(),
                        "--store",
                        folder.resolve("kho").toUri().toString()));
        assertTrue(code < 2, err::toString);
        return contents(campaign.resolveSibling("ket-qua"));
    }

    @Test
    void reportsAreAddedToTheSameBytes() throws Exception {
        var random = new Random(3);
        var units = List.of("UBND xã Tân Thuỷ", "UBND xã Hòa Bình", "UBND phường An Thới", "UBND xã Vĩnh An");
        var files = new ArrayList<Path>();
        for (int i = 0; i < units.size(); i++) {
            var rows = new StringBuilder();
            for (var name : List.of("tổng", "tổng.thànhThị", "tổng.nôngThôn", "cóViệc")) {
                rows.append("chỉ tiêu %s { sốLượng %d nữ %d }\n"
                        .formatted(name, random.nextInt(5000), random.nextInt(2000)));
            }
            files.add(receive(
                    "x" + i % 2 + "/b" + i + (i < 2 ? ".xlsx" : ".docx"), units.get(i), rows.toString(), REPORT));
        }
        Files.writeString(
                folder.resolve("nop-ve/hong.xlsx"), "This is no workbook, although its name says so. ".repeat(9));
        Files.writeString(folder.resolve("nop-ve/~$b0.xlsx"), "lock");
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("nop-ve/x0/nen.zip")))) {
            var entry = new ZipEntry("Vĩnh An/b.docx");
            entry.setTime(Files.getLastModifiedTime(files.getLast()).toMillis());
            zip.putNextEntry(entry);
            Files.copy(files.getLast(), zip);
        }
        Files.delete(files.getLast());

        var expected = local(campaign("local", REPORT, "gộp cộng theo chỉ tiêu"));
        assertTrue(expected.get("D.bieu").contains("FORM-RULE"), expected.get("D.bieu"));
        var campaign = campaign("spark", REPORT, "gộp cộng theo chỉ tiêu");
        assertEquals(expected, spark(campaign));
        // A copy of the campaign has the same digest as the original, so that each finds what the other has read.
        assertEquals(stored(folder.resolve("local/.bieumau-dot/D")), stored(folder.resolve("kho")));
        assertEquals(expected, spark(campaign));
    }

    private static Set<String> stored(Path store) throws Exception {
        try (var files = Files.walk(store)) {
            return files.filter(file -> file.getFileName().toString().length() > 60
                            && !file.getFileName().toString().startsWith("."))
                    .map(file -> store.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void rowsAreStackedToTheSameBytes() throws Exception {
        receive("1.xlsx", "UBND xã Hòa Bình", """
                lĩnh vực trồng { dòng "Lúa" { mã "H1" hộ 12 } }
                lĩnh vực nuôi { dòng "Trâu" { mã "H2" hộ 3 } dòng "Bò" { mã "H3" hộ 1500 } }
                """, LIST);
        receive("2.docx", "UBND xã Tân Thủy", """
                lĩnh vực nuôi { dòng "Gà" { mã "T1" hộ 7 } }
                lĩnh vực trồng { dòng "Ngô" { mã "h1" hộ 5 } }
                """, LIST);

        var expected = local(campaign("local", LIST, "gộp nối dòng"));
        assertTrue(expected.get("D.bieu").contains("CONS-KEY"), expected.get("D.bieu"));
        assertEquals(expected, spark(campaign("spark", LIST, "gộp nối dòng")));
    }

    @Test
    void engineIsFoundByTheRegistry() {
        assertEquals(
                List.of("local", "spark"),
                Engines.all(Registry.installed()).stream()
                        .map(ConsolidationEngine::id)
                        .toList());
    }

    @Test
    void wrongArgumentsAreAnsweredWithTheUsage() {
        var err = new ByteArrayOutputStream();
        assertEquals(2, Main.run(System.out, new PrintStream(err, true), List.of("dot.bieu")));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("--store"), err::toString);
    }
}
