/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoleFinder;
import org.bieumau.reading.internal.role.RoledText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roles are found whether an office places letterhead and foot with tables, text boxes, tabs or plain lines. */
class RolesOfLayoutsTest {

    private static final String[] TEXT = {
        "c|Kính gửi: Sở Tài chính",
        "Thực hiện Công văn số 12/STC-QLNS ngày 05/4/2022, Sở Nội vụ báo cáo như sau:",
        "1. Tình hình",
        "- Các phòng đã rà soát;",
        "2. Đề nghị Sở Tài chính xem xét./."
    };

    private static final List<String> ROLES = List.of(
            "SUPERIOR: UBND TỈNH QUẢNG NGÃI",
            "ISSUER: SỞ NỘI VỤ",
            "NATIONAL_NAME: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "MOTTO: Độc lập – Tự do – Hạnh phúc",
            "NUMBER_SYMBOL: Số: 35/SNV-TCBM",
            "LETTER_SUBJECT: V/v rà soát biên chế",
            "PLACE_DATE: Quảng Ngãi, ngày 12 tháng 4 năm 2022",
            "ADDRESSEE: Kính gửi: Sở Tài chính",
            "BODY: " + TEXT[1],
            "CLAUSE_HEADING: 1. Tình hình",
            "DASH: - Các phòng đã rà soát;",
            "CLAUSE: " + TEXT[4],
            "RECIPIENTS_LABEL: Nơi nhận:",
            "RECIPIENT: - Như trên;",
            "ARCHIVE: - Lưu: VT, TCBM.",
            "POSITION: KT. GIÁM ĐỐC",
            "POSITION_BELOW_AUTHORITY: PHÓ GIÁM ĐỐC",
            "SIGNER: Trần Văn Bình");

    static Stream<Page> layouts() {
        return Stream.of(tables(), boxes(), tabs(), lines());
    }

    private static Page tables() {
        return new Page()
                .sides(
                        "c|UBND TỈNH QUẢNG NGÃI // bc|SỞ NỘI VỤ // c|Số: 35/SNV-TCBM // c|V/v rà soát biên chế",
                        "bc|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM // bc|Độc lập – Tự do – Hạnh phúc // "
                                + "ic|Quảng Ngãi, ngày 12 tháng 4 năm 2022")
                .lines(TEXT)
                .sides(
                        "bi|Nơi nhận: // - Như trên; // - Lưu: VT, TCBM.",
                        "bc|KT. GIÁM ĐỐC // bc|PHÓ GIÁM ĐỐC // bc|Trần Văn Bình");
    }

    private static Page boxes() {
        return new Page()
                .box("c|UBND TỈNH QUẢNG NGÃI", "bc|SỞ NỘI VỤ")
                .box("bc|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bc|Độc lập – Tự do – Hạnh phúc")
                .box("c|Số: 35/SNV-TCBM", "c|V/v rà soát biên chế")
                .box("ic|Quảng Ngãi, ngày 12 tháng 4 năm 2022")
                .lines("")
                .lines(TEXT)
                .lines("bi|Nơi nhận:", "- Như trên;", "- Lưu: VT, TCBM.")
                .lines("bc|KT. GIÁM ĐỐC", "bc|PHÓ GIÁM ĐỐC", "", "", "bc|Trần Văn Bình");
    }

    private static Page tabs() {
        return new Page()
                .lines(
                        "UBND TỈNH QUẢNG NGÃI→CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "b|SỞ NỘI VỤ→Độc lập – Tự do – Hạnh phúc",
                        "Số: 35/SNV-TCBM→Quảng Ngãi, ngày 12 tháng 4 năm 2022",
                        "V/v rà soát biên chế")
                .lines(TEXT)
                .lines(
                        "b|Nơi nhận:→→KT. GIÁM ĐỐC",
                        "- Như trên;→→PHÓ GIÁM ĐỐC",
                        "- Lưu: VT, TCBM.",
                        "",
                        "",
                        "b|→→→→Trần Văn Bình");
    }

    private static Page lines() {
        return new Page()
                .lines(
                        "UBND TỈNH QUẢNG NGÃI",
                        "b|SỞ NỘI VỤ",
                        "bc|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "bc|Độc lập – Tự do – Hạnh phúc",
                        "Số: 35/SNV-TCBM",
                        "V/v rà soát biên chế",
                        "ic|Quảng Ngãi, ngày 12 tháng 4 năm 2022")
                .lines("")
                .lines(TEXT)
                .lines("bc|KT. GIÁM ĐỐC", "bc|PHÓ GIÁM ĐỐC", "", "", "bc|Trần Văn Bình")
                .lines("bi|Nơi nhận:", "- Như trên;", "- Lưu: VT, TCBM.");
    }

    private static final String[] COPY_LEFT = {
        "bc|SỞ TƯ PHÁP", "c|Số: 05/SY-STP", "bi|Nơi nhận:", "- Phòng Hành chính;", "- Lưu: VT."
    };

    private static final String[] COPY_RIGHT = {
        "bc|SAO Y", "ic|Quảng Ngãi, ngày 15 tháng 4 năm 2022", "bc|GIÁM ĐỐC", "", "bc|Lê Văn Cường"
    };

    private static List<String> roles(Page page, int part) {
        return RoleFinder.find(page.items())
                .lines()
                .filter(line -> line.part() == part && !line.text().isEmpty())
                .map(line -> line.role() + ": " + line.text())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void rolesDoNotDependOnTheLayout(Page page) {
        assertEquals(
                ROLES.stream().sorted().toList(),
                roles(page, 0).stream().sorted().toList());
    }

    static Stream<Page> copies() {
        return Stream.of(
                tables().sides(
                                "bc|SỞ TƯ PHÁP // c|Số: 05/SY-STP // bi|Nơi nhận: // - Phòng Hành chính; // - Lưu: VT.",
                                "bc|SAO Y // ic|Quảng Ngãi, ngày 15 tháng 4 năm 2022 // bc|GIÁM ĐỐC // bc|Lê Văn Cường"),
                tables().sides(
                                "bc|SỞ TƯ PHÁP // c|Số: 05/SY-STP",
                                "bc|SAO Y // ic|Quảng Ngãi, ngày 15 tháng 4 năm 2022")
                        .sides("bi|Nơi nhận: // - Phòng Hành chính; // - Lưu: VT.", "bc|GIÁM ĐỐC // bc|Lê Văn Cường"),
                tabs().lines(
                                "b|SỞ TƯ PHÁP→SAO Y",
                                "Số: 05/SY-STP→Quảng Ngãi, ngày 15 tháng 4 năm 2022",
                                "b|Nơi nhận:→→GIÁM ĐỐC",
                                "- Phòng Hành chính;",
                                "- Lưu: VT.",
                                "b|→→→→Lê Văn Cường"),
                tables().lines(
                                "____________________",
                                "bc|SỞ TƯ PHÁP",
                                "c|Số: 05/SY-STP",
                                "bc|SAO Y",
                                "ic|Quảng Ngãi, ngày 15 tháng 4 năm 2022",
                                "bc|GIÁM ĐỐC",
                                "",
                                "bc|Lê Văn Cường",
                                "bi|Nơi nhận:",
                                "- Phòng Hành chính;",
                                "- Lưu: VT."),
                tables().box(
                                "bc|SỞ TƯ PHÁP",
                                "c|Số: 05/SY-STP",
                                "bc|SAO Y",
                                "ic|Quảng Ngãi, ngày 15 tháng 4 năm 2022",
                                "bi|Nơi nhận:",
                                "- Phòng Hành chính;",
                                "- Lưu: VT.",
                                "bc|GIÁM ĐỐC",
                                "",
                                "bc|Lê Văn Cường")
                        .lines(""),
                tables().box(
                                "b|SỞ TƯ PHÁP→SAO Y",
                                "Số: 05/SY-STP→Quảng Ngãi, ngày 15 tháng 4 năm 2022",
                                "b|Nơi nhận:→→GIÁM ĐỐC",
                                "- Phòng Hành chính;",
                                "- Lưu: VT.",
                                "b|→→→→Lê Văn Cường")
                        .lines(""),
                new Page().box(COPY_LEFT).box(COPY_RIGHT).and(tables()),
                new Page().box("bc|MẬT").box(COPY_RIGHT).box(COPY_LEFT).and(lines()));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void certificationOfACopyIsAPartOfItsOwn(Page page) {
        page.lines("bc|PHỤ LỤC I", "bc|DANH SÁCH");

        assertEquals(
                Map.of(
                        Role.ISSUER, "SỞ TƯ PHÁP",
                        Role.COPY_FORM, "SAO Y",
                        Role.NUMBER_SYMBOL, "Số: 05/SY-STP",
                        Role.PLACE_DATE, "Quảng Ngãi, ngày 15 tháng 4 năm 2022",
                        Role.RECIPIENTS_LABEL, "Nơi nhận:",
                        Role.RECIPIENT, "- Phòng Hành chính;",
                        Role.ARCHIVE, "- Lưu: VT.",
                        Role.POSITION, "GIÁM ĐỐC",
                        Role.SIGNER, "Lê Văn Cường"),
                RoleFinder.find(page.items())
                        .lines()
                        .filter(line -> line.part() == 1 && !line.text().isEmpty() && line.role() != Role.RULE)
                        .collect(Collectors.toMap(RoledText.Line::role, RoledText.Line::text)));
        assertEquals(
                ROLES.stream().sorted().toList(),
                roles(page, 0).stream()
                        .filter(each -> !each.startsWith("SECRECY"))
                        .sorted()
                        .toList());
        assertEquals(List.of("APPENDIX_LABEL: PHỤ LỤC I", "APPENDIX_TITLE: DANH SÁCH"), roles(page, 2));
    }

    /** Neither a stamp above the letterhead nor the title of another document certifies a copy. */
    @Test
    void otherWordsOfCopiesBeginNoPart() {
        var page = new Page().lines("bc|SAO Y").box("bc|SAO Y").and(boxes());
        page.lines("bc|TRÍCH SAO BIÊN BẢN HỌP");

        assertEquals(
                Set.of(0),
                RoleFinder.find(page.items()).pieces().stream()
                        .map(RoledText.Piece::part)
                        .collect(Collectors.toSet()));
    }

    @Test
    void tablesWithContentAreNotLayoutTables() {
        var page = tables();
        page.table(new String[] {"b|STT", "b|Đơn vị"}, new String[] {"1", "Phòng Hành chính"});

        assertEquals(
                List.of("[STT, Đơn vị, 1, Phòng Hành chính]"),
                RoleFinder.find(page.items()).pieces().stream()
                        .filter(RoledText.Table.class::isInstance)
                        .map(piece -> ((RoledText.Table) piece)
                                .grid().cells().stream()
                                        .map(cell -> cell.text())
                                        .toList()
                                        .toString())
                        .toList());
    }
}
