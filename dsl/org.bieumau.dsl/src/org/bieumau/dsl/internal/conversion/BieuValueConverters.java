/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.conversion;

import com.google.inject.Singleton;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bieumau.model.Aggregate;
import org.bieumau.model.ChartGrouping;
import org.bieumau.model.CitationForm;
import org.bieumau.model.ColumnType;
import org.bieumau.model.CopyForm;
import org.bieumau.model.DocumentType;
import org.bieumau.model.MarkerText;
import org.bieumau.model.MergeFunction;
import org.bieumau.model.MergeMode;
import org.bieumau.model.NumberingStyle;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.ParameterType;
import org.bieumau.model.PartialDate;
import org.bieumau.model.RepeatedReturns;
import org.bieumau.model.Secrecy;
import org.bieumau.model.Severity;
import org.bieumau.model.Urgency;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Converts between the text of the language and the values of the model. Values are in NFC, whatever the normalization
 * form of the text. Methods are named after the rules of the grammar.
 */
@Singleton
public class BieuValueConverters extends AbstractDeclarativeValueConverterService {

    /** Legal normative texts, which the language does not lay out. */
    private static final Set<DocumentType> ONLY_CITED = EnumSet.of(
            DocumentType.DECREE,
            DocumentType.CIRCULAR,
            DocumentType.JOINT_CIRCULAR,
            DocumentType.LAW,
            DocumentType.CODE,
            DocumentType.ORDINANCE,
            DocumentType.ORDER,
            DocumentType.DECREE_LAW,
            DocumentType.CONSOLIDATION);

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

    /** Returns a converter made of two functions; an exception they throw is reported as a conversion problem. */
    private static <T> IValueConverter<T> converter(Function<String, T> read, Function<T, String> write) {
        return new IValueConverter<>() {
            @Override
            public T toValue(String string, INode node) {
                try {
                    return string == null ? null : read.apply(nfc(words(string, node)));
                } catch (RuntimeException e) {
                    throw new ValueConverterException(e.getMessage(), node, e);
                }
            }

            @Override
            public String toString(T value) {
                try {
                    return write.apply(value);
                } catch (RuntimeException e) {
                    throw new ValueConverterException(e.getMessage(), null, e);
                }
            }
        };
    }

    /** Returns the words of a rule with a space between them; Xtext itself concatenates them. */
    private static String words(String string, INode node) {
        if (node == null) {
            return string;
        }
        var words = new StringJoiner(" ");
        var count = 0;
        for (var leaf : node.getLeafNodes()) {
            if (!leaf.isHidden()) {
                words.add(leaf.getText());
                count++;
            }
        }
        var spaced = words.toString();
        return count > 1 && nfc(spaced).replace(" ", "").equals(nfc(string).replace(" ", "")) ? spaced : string;
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Returns a converter for a fixed set of texts, which are recognized in any spacing. */
    private static <T> IValueConverter<T> oneOf(Map<String, T> values) {
        return converter(
                text -> {
                    for (var entry : values.entrySet()) {
                        if (entry.getKey().replace(" ", "").equals(text.replaceAll("\\s", ""))) {
                            return entry.getValue();
                        }
                    }
                    throw new IllegalArgumentException(text);
                },
                value -> {
                    for (var entry : values.entrySet()) {
                        if (entry.getValue().equals(value)) {
                            return entry.getKey();
                        }
                    }
                    throw new IllegalArgumentException(String.valueOf(value));
                });
    }

    private static <E extends Enumerator> IValueConverter<E> literals(Collection<E> values) {
        var map = new LinkedHashMap<String, E>();
        values.forEach(value -> map.put(value.getLiteral(), value));
        return oneOf(map);
    }

    private static IValueConverter<String> asWritten() {
        return converter(Function.identity(), Function.identity());
    }

    private static IValueConverter<String> name(Pattern pattern) {
        return converter(Function.identity(), value -> {
            if (value == null || !pattern.matcher(value).matches()) {
                throw new IllegalArgumentException(String.valueOf(value));
            }
            return value;
        });
    }

    @ValueConverter(rule = "ID")
    public IValueConverter<String> ID() {
        return name(NAME);
    }

    @ValueConverter(rule = "Name")
    public IValueConverter<String> Name() {
        return name(NAME);
    }

    @ValueConverter(rule = "ElementName")
    public IValueConverter<String> ElementName() {
        return name(NAME);
    }

    @ValueConverter(rule = "QualifiedName")
    public IValueConverter<String> QualifiedName() {
        return converter(text -> text.replace(" ", ""), Function.identity());
    }

    @ValueConverter(rule = "PlainName")
    public IValueConverter<String> PlainName() {
        return QualifiedName();
    }

    @ValueConverter(rule = "IndicatorPath")
    public IValueConverter<String> IndicatorPath() {
        return QualifiedName();
    }

    @ValueConverter(rule = "Phrase")
    public IValueConverter<String> Phrase() {
        return asWritten();
    }

    @ValueConverter(rule = "Connective")
    public IValueConverter<String> Connective() {
        return asWritten();
    }

    @ValueConverter(rule = "STRING")
    public IValueConverter<String> STRING() {
        return converter(StringLiterals::read, StringLiterals::write);
    }

    @ValueConverter(rule = "Amount")
    public IValueConverter<BigDecimal> Amount() {
        return converter(BieuValueConverters::read, number -> {
            if (number.signum() < 0) {
                throw new IllegalArgumentException(number.toPlainString());
            }
            return written(number);
        });
    }

    @ValueConverter(rule = "SignedAmount")
    public IValueConverter<BigDecimal> SignedAmount() {
        return converter(
                text -> {
                    var digits = text.replaceFirst("^[-−]\\s*", "");
                    return digits.equals(text) ? read(text) : read(digits).negate();
                },
                number -> number.signum() < 0 ? "-" + written(number.negate()) : written(number));
    }

    private static BigDecimal read(String amount) {
        return new BigDecimal(amount.replace(".", "").replace(',', '.'));
    }

    /** Writes a number with points between thousands if it has five digits or more, so that a year has none. */
    private static String written(BigDecimal number) {
        var plain = number.toPlainString();
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        return (whole.length() > 4 ? whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ".") : whole)
                + (point < 0 ? "" : "," + plain.substring(point + 1));
    }

    @ValueConverter(rule = "Count")
    public IValueConverter<Integer> Count() {
        return converter(Integer::valueOf, number -> Integer.toString(number));
    }

    @ValueConverter(rule = "CountObject")
    public IValueConverter<Integer> CountObject() {
        return Count();
    }

    @ValueConverter(rule = "Version")
    public IValueConverter<String> Version() {
        return asWritten();
    }

    @ValueConverter(rule = "DocumentOrdinal")
    public IValueConverter<String> DocumentOrdinal() {
        return converter(text -> text.equals("…") ? "" : text, value -> value.isEmpty() ? "…" : value);
    }

    @ValueConverter(rule = "DOCUMENT_NUMBER")
    public IValueConverter<String> DOCUMENT_NUMBER() {
        return converter(text -> text.replace("...", "…"), Function.identity());
    }

    @ValueConverter(rule = "Period")
    public IValueConverter<String> Period() {
        return converter(
                text -> text.startsWith("\"") ? StringLiterals.read(text) : text,
                value -> value.matches("\\d+") ? value : StringLiterals.write(value));
    }

    @ValueConverter(rule = "DATE")
    public IValueConverter<PartialDate> DATE() {
        return converter(PartialDate::valueOf, PartialDate::toString);
    }

    @ValueConverter(rule = "PROSE_TEXT")
    public IValueConverter<String> PROSE_TEXT() {
        return converter(ProseText::read, ProseText::write);
    }

    @ValueConverter(rule = "BLANK_LINES")
    public IValueConverter<Boolean> BLANK_LINES() {
        return converter(text -> true, separate -> "\n");
    }

    @ValueConverter(rule = "PROSE_MARKER")
    public IValueConverter<String> PROSE_MARKER() {
        return converter(text -> text.strip().replaceAll("\\s+", " "), text -> {
            if (MarkerText.level(text) == null) {
                throw new IllegalArgumentException(text);
            }
            return text + " ";
        });
    }

    @ValueConverter(rule = "NumberRow")
    public IValueConverter<Boolean> NumberRow() {
        return oneOf(Map.of("có dòng đánh số cột", true, "không có dòng đánh số cột", false));
    }

    @ValueConverter(rule = "NumberFormulas")
    public IValueConverter<Boolean> NumberFormulas() {
        return oneOf(Map.of("kèm công thức", true, "không kèm công thức", false));
    }

    @ValueConverter(rule = "DateLine")
    public IValueConverter<Boolean> DateLine() {
        return oneOf(Map.of("có dòng ngày lập", true, "không có dòng ngày lập", false));
    }

    @ValueConverter(rule = "Slant")
    public IValueConverter<Boolean> Slant() {
        return oneOf(Map.of("in nghiêng", true, "in đứng", false));
    }

    @ValueConverter(rule = "PaperName")
    public IValueConverter<PaperSize> PaperName() {
        return literals(PaperSize.VALUES);
    }

    @ValueConverter(rule = "OrientationName")
    public IValueConverter<Orientation> OrientationName() {
        return literals(Orientation.VALUES);
    }

    @ValueConverter(rule = "NumberingName")
    public IValueConverter<NumberingStyle> NumberingName() {
        return literals(NumberingStyle.VALUES);
    }

    @ValueConverter(rule = "PlainTypeName")
    public IValueConverter<ColumnType> PlainTypeName() {
        return literals(List.of(
                ColumnType.TEXT,
                ColumnType.PROSE,
                ColumnType.NUMBER,
                ColumnType.MONEY,
                ColumnType.DATE,
                ColumnType.MARK,
                ColumnType.ORDINAL,
                ColumnType.MEASURE,
                ColumnType.CODE));
    }

    @ValueConverter(rule = "ChoiceTypeName")
    public IValueConverter<ColumnType> ChoiceTypeName() {
        return literals(List.of(ColumnType.CHOICE));
    }

    @ValueConverter(rule = "ComputedTypeName")
    public IValueConverter<ColumnType> ComputedTypeName() {
        return literals(List.of(ColumnType.COMPUTED));
    }

    @ValueConverter(rule = "AggregateName")
    public IValueConverter<Aggregate> AggregateName() {
        return literals(Aggregate.VALUES);
    }

    @ValueConverter(rule = "RowCount")
    public IValueConverter<Aggregate> RowCount() {
        return oneOf(Map.of("số dòng", Aggregate.COUNT));
    }

    @ValueConverter(rule = "RowGrouping")
    public IValueConverter<ChartGrouping> RowGrouping() {
        return literals(List.of(ChartGrouping.ROW));
    }

    @ValueConverter(rule = "SectionGrouping")
    public IValueConverter<ChartGrouping> SectionGrouping() {
        return literals(List.of(ChartGrouping.SECTION));
    }

    @ValueConverter(rule = "ColumnGrouping")
    public IValueConverter<ChartGrouping> ColumnGrouping() {
        return literals(List.of(ChartGrouping.COLUMN));
    }

    @ValueConverter(rule = "SeverityName")
    public IValueConverter<Severity> SeverityName() {
        return literals(Severity.VALUES);
    }

    @ValueConverter(rule = "SecrecyName")
    public IValueConverter<Secrecy> SecrecyName() {
        return literals(Secrecy.VALUES);
    }

    @ValueConverter(rule = "UrgencyName")
    public IValueConverter<Urgency> UrgencyName() {
        return literals(Urgency.VALUES);
    }

    @ValueConverter(rule = "MergeModeName")
    public IValueConverter<MergeMode> MergeModeName() {
        return literals(MergeMode.VALUES);
    }

    @ValueConverter(rule = "MergeFunctionName")
    public IValueConverter<MergeFunction> MergeFunctionName() {
        return literals(MergeFunction.VALUES);
    }

    @ValueConverter(rule = "RepeatedReturnsName")
    public IValueConverter<RepeatedReturns> RepeatedReturnsName() {
        return literals(RepeatedReturns.VALUES);
    }

    @ValueConverter(rule = "CopyFormName")
    public IValueConverter<CopyForm> CopyFormName() {
        return literals(CopyForm.VALUES);
    }

    @ValueConverter(rule = "ParameterTypeName")
    public IValueConverter<ParameterType> ParameterTypeName() {
        return literals(ParameterType.VALUES);
    }

    @ValueConverter(rule = "CitationFormName")
    public IValueConverter<CitationForm> CitationFormName() {
        return literals(List.of(CitationForm.FULL, CitationForm.SHORT));
    }

    @ValueConverter(rule = "IssuedTypeName")
    public IValueConverter<DocumentType> IssuedTypeName() {
        return literals(DocumentType.VALUES.stream()
                .filter(type -> !ONLY_CITED.contains(type))
                .toList());
    }

    @ValueConverter(rule = "CitedTypeName")
    public IValueConverter<DocumentType> CitedTypeName() {
        return literals(DocumentType.VALUES);
    }
}
