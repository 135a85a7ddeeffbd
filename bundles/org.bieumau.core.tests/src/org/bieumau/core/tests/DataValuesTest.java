/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.data.JdbcUrl;
import org.bieumau.core.internal.data.SqlText;
import org.bieumau.core.internal.value.CellReader;
import org.bieumau.core.internal.value.DateOrder;
import org.bieumau.core.internal.value.Evidence;
import org.bieumau.core.internal.value.LabelKey;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DateValue;
import org.bieumau.model.MarkValue;
import org.bieumau.model.NumberValue;
import org.bieumau.model.PartialDate;
import org.bieumau.model.TextValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the texts and values of data files become values of a column. */
class DataValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234 | 1234 | 1234",
                "1.234 | 1234 | 1.234",
                "1,234 | 1.234 | 1234",
                "1.234.567,89 | 1234567.89 |",
                "1,234,567.89 | | 1234567.89",
                "0.65 | | 0.65",
                "0,65 | 0.65 |",
                "05 | 5 | 5",
                "-12,5 | -12.5 |",
                "−3 | -3 | -3",
                "(1.234) | -1234 | -1.234",
                "1 234 567 | 1234567 | 1234567",
                "1 234,5 | 1234.5 |",
                "65.000.000 đồng | 65000000 |",
                "65.000.000đ | 65000000 |",
                "1.250.000 VNĐ | 1250000 |",
                "1.5E+3 | | 1500",
                "12.34.56 | |",
                "1.23 | | 1.23",
                "1E99 | |",
                "x | |",
                "- | |",
                "12% | 12 | 12",
                "0,65 % | 0.65 |",
                "(0.5%) | | -0.5",
                "(−5) | -5 | -5",
                "- 5 | -5 | -5",
                "-(5) | -5 | -5",
                "-(-5) | |",
                "2020 2021 | |",
                "1.5.2020 | |"
            })
    void numbersAreReadInTheirStyle(String text, BigDecimal vietnamese, BigDecimal english) {
        assertEquals(plain(vietnamese), NumberStyle.VIETNAMESE.read(text).flatMap(DataValuesTest::plain), "vi");
        assertEquals(plain(english), NumberStyle.ENGLISH.read(text).flatMap(DataValuesTest::plain), "en");
    }

    private static Optional<BigDecimal> plain(BigDecimal number) {
        return Optional.ofNullable(number).map(BigDecimal::stripTrailingZeros);
    }

    @Test
    void noBreakSpacesGroupAndSurroundNumbers() {
        assertEquals(
                Optional.of(new BigDecimal("1234567")), NumberStyle.VIETNAMESE.read("\u00A01\u00A0234\u202F567\u00A0"));
    }

    @Test
    void tooManyDigitsAreNotANumber() {
        assertEquals(Optional.empty(), NumberStyle.VIETNAMESE.read("9".repeat(100_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05/3/2024 | 05/3/2024 | 3/5/2024",
                "25-12-2024 | 25/12/2024 |",
                "12.25.2024 | | 25/12/2024",
                "2024-03-05 | 5/3/2024 | 5/3/2024",
                "2024-03-05T00:00:00 | 5/3/2024 | 5/3/2024",
                "2024-03-05 14:30:00 | |",
                "3/2024 | …/3/2024 | …/3/2024",
                "tháng 3 năm 2024 | …/3/2024 | …/3/2024",
                "ngày 05 tháng 3 năm 2024 | 5/3/2024 | 5/3/2024",
                "2024 | …/…/2024 | …/…/2024",
                "31/02/2024 | |",
                "0/3/2024 | |",
                "5/3/24 | 5/3/2024 | 3/5/2024",
                "5/3/64 | 5/3/1964 | 3/5/1964",
                "ngày 5 - 3 - 2024 | 5/3/2024 | 3/5/2024",
                "…/3/2024 | …/3/2024 |",
                "…/…/2024 | …/…/2024 | …/…/2024",
                "ngày ... tháng 3 năm 2024 | …/3/2024 | …/3/2024",
                "Tháng … năm 2024 | …/…/2024 | …/…/2024",
                "năm 1898 | …/…/1898 | …/…/1898",
                "4567 | |",
                "0/0/2024 | |",
                "hôm qua | |"
            })
    void datesAreReadInTheirOrder(String text, String dayFirst, String monthFirst) {
        assertEquals(date(dayFirst), DateOrder.DAY_FIRST.read(text), "day first");
        assertEquals(date(monthFirst), DateOrder.MONTH_FIRST.read(text), "month first");
    }

    private static Optional<PartialDate> date(String written) {
        return Optional.ofNullable(written).map(PartialDate::valueOf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234; 5.678 | | 1.234",
                "1.234; 5,5 | VIETNAMESE | 1.234",
                "1,234; 0.5 | ENGLISH | 1,234",
                "1,5; 0.5 | |",
                "12; 7 | |",
                "x; 1,5 | VIETNAMESE |"
            })
    void numbersOfAColumnShowTheirStyle(String texts, NumberStyle decided, String open) {
        var evidence = Evidence.ofNumbers();
        Arrays.stream(texts.split("; ")).forEach(evidence::add);
        assertEquals(Optional.ofNullable(decided), evidence.decided());
        assertEquals(open, evidence.firstOpen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tên mô hình", "tênMôHình", "TEN_MO_HINH", "  ten   mô hình ", "Te\u0302n mô hi\u0300nh"})
    void labelsWithTheSameLettersHaveTheSameKey(String label) {
        assertEquals("tenmohinh", LabelKey.of(label));
    }

    private static CellReader reader(ColumnType type) {
        var column = BieumauFactory.eINSTANCE.createColumn();
        column.setType(type);
        return new CellReader(column, type, NumberStyle.VIETNAMESE, DateOrder.DAY_FIRST);
    }

    @Test
    void numbersOfPapersStayText() {
        assertEquals("001099012345", text(reader(ColumnType.TEXT).read("001099012345")));
        assertEquals("1099012345", text(reader(ColumnType.TEXT).read(new BigDecimal("1099012345"))));
        assertEquals("05/3/2024", text(reader(ColumnType.TEXT).read(LocalDate.of(2024, 3, 5))));
    }

    private static String text(CellReader.Reading reading) {
        return ((TextValue) reading.value()).getText();
    }

    @Test
    void valueThatDoesNotFitKeepsItsText() {
        for (var type : List.of(ColumnType.NUMBER, ColumnType.MONEY, ColumnType.DATE, ColumnType.CHOICE)) {
            var reading = reader(type).read(" chưa có ");
            assertEquals(false, reading.fits(), type.getName());
            assertEquals("chưa có", text(reading), type.getName());
        }
        assertEquals(false, reader(ColumnType.MARK).read("hai").fits());
        assertEquals(
                false,
                reader(ColumnType.NUMBER).read(new BigDecimal("1E999999999")).fits());
    }

    @Test
    void storedValuesAreTakenAsTheyAre() {
        assertEquals(
                new BigDecimal("1.234"),
                ((NumberValue) reader(ColumnType.NUMBER)
                                .read(new BigDecimal("1.234"))
                                .value())
                        .getNumber());
        assertEquals(
                PartialDate.valueOf("05/3/2024"),
                ((DateValue) reader(ColumnType.DATE)
                                .read(LocalDate.of(2024, 3, 5))
                                .value())
                        .getDate());
    }

    @Test
    void marksAreYesAndNo() {
        for (var yes : List.<Object>of("x", "X", "✓", "√", "☑", "1", "Có", "true", true, BigDecimal.ONE)) {
            assertEquals(true, reader(ColumnType.MARK).read(yes).value() instanceof MarkValue, yes.toString());
        }
        for (var no : List.<Object>of("0", "Không", "false", "-", "…", "☐", false, " ")) {
            assertEquals(
                    new CellReader.Reading(null, true), reader(ColumnType.MARK).read(no), no.toString());
        }
        for (var unknown : List.<Object>of("*", "+", "●", "hai")) {
            assertEquals(false, reader(ColumnType.MARK).read(unknown).fits(), unknown.toString());
        }
    }

    @Test
    void termsAreFoundByTitleNameAndSynonym() {
        var vocabulary = BieumauFactory.eINSTANCE.createVocabulary();
        for (var title : List.of("Tỉnh", "Tính", "Văn phòng")) {
            var term = BieumauFactory.eINSTANCE.createTerm();
            term.setTitle(title);
            vocabulary.getTerms().add(term);
        }
        vocabulary.getTerms().get(2).getSynonyms().add("VP");
        assertEquals(Optional.of("Tỉnh"), Terms.find(vocabulary, "tỉnh").map(term -> term.getTitle()));
        assertEquals(
                Optional.of("Văn phòng"), Terms.find(vocabulary, "van phong").map(term -> term.getTitle()));
        assertEquals(Optional.of("Văn phòng"), Terms.find(vocabulary, "vp").map(term -> term.getTitle()));
        assertEquals(Optional.empty(), Terms.find(vocabulary, "tinh"), "two terms");
        assertEquals(Optional.empty(), Terms.find(null, "x"));
        assertEquals(Optional.empty(), Terms.find(vocabulary, "…"), "no letters");
        vocabulary.getTerms().get(0).getSynonyms().add("Văn phòng");
        assertEquals(
                Optional.of("Văn phòng"),
                Terms.find(vocabulary, "văn phòng").map(term -> term.getTitle()),
                "a title before a synonym");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select a from b | true",
                " WITH x AS (select ';') select * from x; | true",
                "(select 1) union (select 2) | true",
                "select 'a;b' /* ; */ from t -- ; | true",
                "values (1) | true",
                "select 1; delete from t | false",
                "select 1; | true",
                "update t set a = 1 | false",
                "explain analyze delete from t | false",
                "copy t to program 'x' | false",
                "selectx | false",
                "`` | false"
            })
    void onlyOneReadingStatementIsAQuery(String text, boolean accepted) {
        assertEquals(accepted, SqlText.isOneQuery(text));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:a.db, false",
        "jdbc:postgresql://host/db, false",
        "jdbc:postgresql://an:x@host/db, true",
        "jdbc:postgresql://host/db?user=an, true",
        "jdbc:postgresql://host/db?sslmode=require&PASSWORD=x, true",
        "jdbc:sqlserver://host;databaseName=d;password=x, true",
        "jdbc:postgresql://host/db?sslpassword=x, true"
    })
    void loginInAUrlIsSeen(String url, boolean seen) {
        assertEquals(seen, JdbcUrl.hasLogin(url));
    }

    @Test
    void parametersThatRunCodeAreRefused() {
        assertEquals(
                List.of("socketFactory", "loggerFile"),
                JdbcUrl.refused("jdbc:postgresql://h/d?sslmode=require&socketFactory=a.B&loggerFile=/x"));
        assertEquals(List.of("enable_load_extension"), JdbcUrl.refused("jdbc:sqlite:a.db?enable_load_extension=true"));
    }
}
