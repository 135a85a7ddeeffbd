/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/** Recognises texts of forms by their phrases. Case and diacritics are ignored. */
public final class Phrases {

    private static final Pattern ORDINAL_LABEL =
            Pattern.compile("(s+tt|tt|s+ tt|so tt|so thu tu|thu tu|ma so tt|no\\.?|#)( *\\(\\d+\\))?");

    private static final Pattern TOTAL =
            Pattern.compile("(tong|tong cong|tong so|cong|cong chung|toan (tinh|huyen|xa|quoc|nganh|thanh pho)|ca nuoc)"
                    + "( *\\(?[ivx\\d+ .,;…-]*\\)?)?[:. ]*"
                    + "|(tong )?cong (nhom|muc|phan|trang|so|theo)? *\\(?[ivxa-h\\d+ .,;…-]+\\)?[:. ]*"
                    + "|(tong cong|cong) *[:(].*");

    private static final Pattern UNIT = Pattern.compile("\\(?(don vi( tinh)?|d\\.?v\\.?t)\\b[^:]*:.*");

    private static final Pattern FORM_NUMBER = Pattern.compile(
            "(bieu|mau|phu luc|phu bieu)( bieu)?( so| mau)?[ :.]*([a-z]{0,4}[-/. ]?\\d|[ivx]+\\b).{0,40}");

    private static final Pattern LETTERHEAD = Pattern.compile("(cong hoa xa hoi|doc lap *- *tu do|.*don vi bao cao:"
            + "|don vi lap|kinh gui|so ?:|.*\\(?(kem theo|ban hanh)|ky bao cao|tu ngay|thang \\d+ nam \\d+$).*");

    private static final Pattern MOTTO = Pattern.compile("(cong hoa xa hoi|doc lap *[-–] *tu do).*");

    private static final Pattern TITLE = Pattern.compile(
            "(bao cao|bieu|bang|danh sach|tong hop|ke hoach|ket qua|ve (viec|thong tin)?|thong ke|phu luc|mau|so lieu"
                    + "|tinh hinh|du toan|quyet toan) ?.*");

    private static final Pattern SIGNED =
            Pattern.compile("(\\(?ky\\b.*|.*\\(ky[ ,].*|nguoi (lap|khai|ky|tong hop|bao cao)\\b.*|thu"
                    + " truong.*|(tm|kt|tl|tuq|q)\\. ?.*|giam doc.*|pho giam doc.*|truong (phong|ban|doan).*|chu tich.*|ke"
                    + " toan( truong)?|noi nhan.*|xac nhan (cua|thu truong).*|ubnd .*|uy ban nhan dan .*|dai dien .*|co"
                    + " quan .*\\(\\d\\)|hieu truong.*|lanh dao .*|can bo (lap|tong hop|thong ke).*)");

    private static final Pattern DATED =
            Pattern.compile("(.*, *)?ngay[ .…_/\\d]*thang[ .…_/\\d]*nam[ .…_/\\d]*|.*, *ngay .*thang .*");

    private static final Pattern PERIOD = Pattern.compile(
            "\\(?(ky|nam|quy|thang|tuan|6 thang|9 thang)[ :]" + "(\\d{1,4}|[ivx]+|dau nam|cuoi nam)\\b.{0,30}");

    private static final Pattern NOTE = Pattern.compile("\\(?(ghi chu|luu y|chu thich)( *[:.(].*)?"
            + "|(giai thich|huong dan|nguon)( [a-z ]{0,30})? *:.*|\\(\\*+\\).*");

    private static final Pattern REMARKS = Pattern.compile("ghi chu.*");

    private static final Pattern INSTRUCTION = Pattern.compile(
            "\\(?(cot [a-z]{1,2}\\b|ghi (?!chu )|dien |nhap |lay |chon |theo |danh dau|neu |vd|vi du|tu dong).*"
                    + "|\\(.*[a-z]{2,}.*\\)");

    /** Words with which the names of agencies begin. */
    private static final Pattern AGENCY =
            Pattern.compile("(?iu)(sở|ban|phòng|ubnd|uỷ ban|ủy ban|hđnd|hội đồng|xã|phường"
                    + "|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|chi cục|cục|tổng cục|trung tâm|trường|viện|bệnh viện|trạm|hội"
                    + "|liên đoàn|liên hiệp|đoàn|công ty|văn phòng|thanh tra|bộ|vụ|đảng ủy|chi bộ|tòa án|công an|bảo hiểm|kho bạc"
                    + "|mặt trận|hợp tác xã)(?= ).*");

    /** A label before the name of the unit that fills in a form. */
    private static final Pattern RETURN_LABEL = Pattern.compile(
            "(ten )?(don vi|co quan|to chuc|dia phuong)( (bao cao|lap( bieu)?|gui|nop|dien|khai|thuc hien|dang ky))+ *:.*"
                    + "|ten (don vi|co quan|to chuc)[^:]*:.*");

    private static final Pattern EXAMPLE = Pattern.compile("\\(?(vi du|vd|mau)\\b *:?.*");

    private Phrases() {}

    /** Returns whether a folded text has what each phrase has: a letter, or one of the marks that stand for a word. */
    private static boolean hasMark(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            var c = folded.charAt(i);
            if (c >= 'a' && c <= 'z' || c == '*' || c == '#') {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a text begins as the names of agencies do. */
    public static boolean isAgency(String text) {
        return AGENCY.matcher(VietnameseText.nfc(text)).matches() && !isTitle(text) && !text.contains(":");
    }

    /** Returns whether a text names the unit that fills in the form, such as <code>Đơn vị báo cáo: UBND xã A</code>. */
    public static boolean isUnitOfReturn(String text) {
        return matches(RETURN_LABEL, text)
                || matches(UNIT, text)
                        && isAgency(text.substring(text.indexOf(':') + 1).strip());
    }

    /** Returns the unit of a text such as <code>(Đơn vị tính: triệu đồng)</code>. */
    public static String unit(String text) {
        var unit = text.substring(text.indexOf(':') + 1).strip();
        return unit.endsWith(")") && !unit.contains("(") ? unit.substring(0, unit.length() - 1) : unit;
    }

    private static boolean matches(Pattern pattern, String text) {
        return matches(text, pattern);
    }

    private static boolean matches(String text, Pattern... patterns) {
        var folded = VietnameseText.fold(text);
        if (!hasMark(folded)) {
            return false;
        }
        for (var pattern : patterns) {
            if (pattern.matcher(folded).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a label is that of an ordinal column, such as <code>STT</code>. */
    public static boolean isOrdinalLabel(String text) {
        return matches(ORDINAL_LABEL, text);
    }

    /** Whether a text is the label of a total, such as <code>Tổng cộng</code> or <code>Cộng (I+II)</code>. */
    static boolean isTotal(String text) {
        return matches(TOTAL, text);
    }

    /** Whether a text states a unit of measure, such as <code>Đơn vị tính: ha</code>. */
    public static boolean isUnit(String text) {
        return matches(UNIT, text);
    }

    public static boolean isFormNumber(String text) {
        return matches(FORM_NUMBER, text);
    }

    /** Returns whether a text usually precedes a table, such as the motto or the unit of measure. */
    static boolean isLetterhead(String text) {
        return text.endsWith(":") || isTag(text) || matches(text, LETTERHEAD, UNIT, FORM_NUMBER);
    }

    /** Whether a text is the name of the state or its motto. */
    static boolean isMotto(String text) {
        return matches(MOTTO, text);
    }

    /** Returns whether a text begins like the title of a form. */
    static boolean isTitle(String text) {
        return matches(TITLE, text);
    }

    /** Whether a text belongs to signatures below a table, or is a date of signing. */
    static boolean isSigned(String text) {
        return matches(text, SIGNED, DATED);
    }

    /** Whether a label is that of a column of remarks, which belongs to no group. */
    public static boolean isRemarks(String text) {
        return matches(REMARKS, text);
    }

    /** Whether a text is a date of signing, possibly with placeholders to fill in. */
    public static boolean isDated(String text) {
        return matches(DATED, text);
    }

    /** Returns whether a text is a period, such as <code>Năm 2022</code> or <code>Quý I/2023</code>. */
    static boolean isPeriod(String text) {
        return matches(PERIOD, text);
    }

    static boolean isNote(String text) {
        return matches(NOTE, text);
    }

    /** Returns whether a text is an instruction for filling in the form. */
    static boolean isInstruction(String text) {
        return matches(INSTRUCTION, text);
    }

    static boolean isExample(String text) {
        return matches(EXAMPLE, text);
    }

    /** Returns whether a text is a placeholder of a program that fills in templates. */
    public static boolean isTag(String text) {
        return text.startsWith("&=") || text.startsWith("${") || text.startsWith("{{") || text.startsWith("<#");
    }

    /** Whether a text has neither letters nor digits, such as <code>,,,,</code> or <code>…</code>. */
    public static boolean isPunctuation(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
