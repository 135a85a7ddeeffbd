/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/** Phrases that tell what a line of a document is. All are compared without diacritics and case. */
final class LetterPhrases {

    private static final Pattern NATIONAL_NAME =
            Pattern.compile("(cong hoa xa hoi chu nghia viet nam|dang cong san viet nam)\\.?");
    private static final Pattern MOTTO = Pattern.compile("doc lap *[-–—\u2212] *tu do *[-–—\u2212] *hanh phuc\\.?");
    private static final Pattern NUMBER =
            Pattern.compile("so *:? *[\\d.…_ ]{0,12}(?:[a-z]? *[/-] *\\S.{0,50}|\\d+ *|[/-] *| *: *)");
    private static final Pattern PLACE_DATE = Pattern.compile("([^\\d,]{2,50}, *|[^\\d,]{2,25} +)?ngay"
            + "([ .…_/\\d]*thang[ .…_/\\d]*nam[ .…_/\\d]*| *\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{4})");
    private static final Pattern LETTER_SUBJECT = Pattern.compile("(v ?/ ?v|ve viec)\\b.*");
    private static final Pattern DRAFT = Pattern.compile("\\(?du thao( lan( thu)? \\d+)?\\)?");
    private static final Pattern SECRECY = Pattern.compile("(tuyet |toi )?mat");
    private static final Pattern URGENCY = Pattern.compile("(thuong )?khan|hoa toc");
    private static final Pattern CIRCULATION = Pattern.compile("(luu hanh noi bo|(doc |xem )?xong( hoi nghi)? tra lai"
            + "|xem xong tra lai|tai lieu (thu hoi|hoi nghi|noi bo|mat).{0,30}|khong pho bien|khong sao chup)");
    private static final Pattern ADDRESSEE = Pattern.compile("kinh (gui|trinh) *[:.]?.*");
    private static final Pattern BASIS =
            Pattern.compile("(- *)?(can cu|theo de nghi|xet de nghi|xet to trinh|thuc hien ket luan)\\b.*");
    private static final Pattern ENACTMENT = Pattern.compile("(quyet dinh|quyet nghi|nghi quyet|chi thi) ?:");
    private static final Pattern RECIPIENTS = Pattern.compile("noi nhan *:?.*");
    private static final Pattern ARCHIVE = Pattern.compile("([-+•] *)?luu *:? *\\S.*");
    private static final Pattern AUTHORITY = Pattern.compile("(tm|kt|tl|tuq|t/m|k/t|t/l|t/uq|q)\\b *[./]?.*");
    private static final Pattern POSITION =
            Pattern.compile("(tm|kt|tl|tuq|t/m|k/t|t/l|q)\\b *[./]?.*|(pho )?(tong )?(giam"
                    + " doc|chu tich|truong\\b|bi thu|chanh|chu nhiem|hieu truong|cuc truong|vu truong|bo truong|thu truong"
                    + "|vien truong|chu tri|chu toa|thu ky|nguoi |ke toan|dai dien|doi truong|chi huy|thu quy|can bo |xac nhan"
                    + "|tong bi thu|uy vien|quyen |thuong truc|ben [ab]|thu tuong|tong thanh tra|doan truong|tram truong"
                    + "|to truong|hoi truong|tong thu ky|pho ).*");
    /** Positions that no person is called, so that they are positions in any case. */
    private static final Pattern OFFICE = Pattern.compile("(quyen )?(pho )?(tong )?(giam doc|chu tich|truong (phong|ban"
            + "|khoa|doan)|bi thu|chanh (van phong|thanh tra|an)|chu nhiem|hieu truong|cuc truong|chi cuc truong|vu truong"
            + "|bo truong|thu truong|vien truong|tong thanh tra)( .*)?");

    private static final Pattern INSTRUCTION = Pattern.compile("\\(.*(ky|dau|ho ten|ho va ten).*\\)|\\(da ky\\)");
    private static final Pattern CONFIRMATION = Pattern.compile("xac nhan chu ky cua .*");
    private static final Pattern PUBLICATION =
            Pattern.compile("\\(?khong pho bien tren (cac )?phuong tien thong tin dai chung\\)?\\.?");
    private static final Pattern COPY = Pattern.compile("ban sao van ban.*");
    private static final Pattern COPY_FORM =
            Pattern.compile("(sao y|trich sao|sao luc)( \\(?(tu )?(van )?ban (chinh|goc|sao)\\)?)?[.:]?");
    private static final Pattern COPY_WORDS = Pattern.compile("(sao y|trich sao|sao luc)\\b.*");
    private static final Pattern COPY_SIGNATURE =
            Pattern.compile("(sao y|trich sao|sao luc)( ban chinh)? *[;,].*\\d{4}.*");
    private static final Pattern APPENDIX = Pattern.compile("phu luc( so)?[ :.]*([ivx]{1,6}|\\d{1,3}|[a-h])?[:.]?");
    private static final Pattern APPENDIX_REFERENCE = Pattern.compile("\\(?(kem theo|ban hanh kem theo|dinh kem)\\b.*");
    private static final Pattern CAPTION =
            Pattern.compile("(bang|bieu|so do|phu bieu)( so)? *[\\d.]+.*|\\(?(don vi( tinh)?|dvt) *:.{1,40}");
    private static final Pattern TABLE_NOTE =
            Pattern.compile("\\(?(ghi chu|chu thich|nguon|nguon so lieu|luu y)\\)? *:.*|\\(\\*+\\).*|\\*+ ?ghi chu.*");
    private static final Pattern LETTERHEAD_TABLE = Pattern.compile(
            ".*(cong hoa xa hoi chu nghia|dang cong san viet nam|doc lap *[-–—] *tu do|noi nhan).*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:GS|PGS|TS|ThS|BS|CN|KS|TSKH)\\.\\s*)*\\p{Lu}[\\p{Ll}\\p{M}']*(?:[ -]\\p{Lu}[\\p{Ll}\\p{M}']*){1,5}");

    private LetterPhrases() {}

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(VietnameseText.fold(text)).matches();
    }

    static boolean isNationalName(String text) {
        return matches(NATIONAL_NAME, text);
    }

    static boolean isMotto(String text) {
        return matches(MOTTO, text);
    }

    /** Whether a text is number and symbol, such as <code>Số: 12/KH-SKHCN</code>; the number may be open. */
    static boolean isNumber(String text) {
        return matches(NUMBER, text);
    }

    static boolean isPlaceAndDate(String text) {
        return matches(PLACE_DATE, text);
    }

    static boolean isLetterSubject(String text) {
        return matches(LETTER_SUBJECT, text);
    }

    static boolean isDraft(String text) {
        return matches(DRAFT, text);
    }

    static boolean isSecrecy(String text) {
        return matches(SECRECY, text);
    }

    static boolean isUrgency(String text) {
        return matches(URGENCY, text);
    }

    static boolean isCirculation(String text) {
        return matches(CIRCULATION, text);
    }

    static boolean isAddressee(String text) {
        return matches(ADDRESSEE, text);
    }

    static boolean isBasis(String text) {
        return matches(BASIS, text);
    }

    static boolean isEnactment(String text) {
        return matches(ENACTMENT, text);
    }

    static boolean isRecipients(String text) {
        return matches(RECIPIENTS, text);
    }

    static boolean isArchive(String text) {
        return matches(ARCHIVE, text);
    }

    /** Whether a line names the authority of a signer, such as <code>KT. GIÁM ĐỐC</code>. */
    static boolean isAuthority(String text) {
        return matches(AUTHORITY, text);
    }

    /** Whether a line begins as positions of signers do. */
    /** Whether a text is a position and cannot be a name, such as <code>Phó Giám đốc</code>. */
    static boolean isOffice(String text) {
        return matches(OFFICE, text);
    }

    static boolean isPosition(String text) {
        return matches(POSITION, text);
    }

    static boolean isInstruction(String text) {
        return matches(INSTRUCTION, text);
    }

    static boolean isConfirmation(String text) {
        return matches(CONFIRMATION, text);
    }

    static boolean isPublicationNote(String text) {
        return matches(PUBLICATION, text);
    }

    /** Whether a line is the form of a certified copy, such as <code>SAO Y</code>. */
    static boolean isCopyForm(String text) {
        return matches(COPY_FORM, text);
    }

    /** Whether a line begins with the form of a certified copy. */
    static boolean isOfCopy(String text) {
        return matches(COPY_WORDS, text);
    }

    /** Whether a line names form, agency and time of an electronic copy. */
    static boolean isCopySignature(String text) {
        return matches(COPY_SIGNATURE, text);
    }

    static boolean isCopy(String text) {
        return matches(COPY, text);
    }

    static boolean isAppendix(String text) {
        return matches(APPENDIX, text);
    }

    static boolean isAppendixReference(String text) {
        return matches(APPENDIX_REFERENCE, text);
    }

    static boolean isCaption(String text) {
        return matches(CAPTION, text);
    }

    static boolean isTableNote(String text) {
        return matches(TABLE_NOTE, text);
    }

    /** Whether the text of a table has what only letterheads and feet of documents have. */
    static boolean isPartOfLetter(String text) {
        return matches(LETTERHEAD_TABLE, text);
    }

    /** Whether a text looks like the name of a person. */
    static boolean isPerson(String text) {
        return text.length() < 50 && NAME.matcher(VietnameseText.nfc(text)).matches();
    }
}
