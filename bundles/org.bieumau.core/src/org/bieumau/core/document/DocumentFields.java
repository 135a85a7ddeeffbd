/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.document;

import java.util.List;
import java.util.Optional;
import org.bieumau.core.text.Span;
import org.bieumau.model.DocumentType;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Province;
import org.bieumau.model.Secrecy;
import org.bieumau.model.Urgency;

/**
 * The fields of a document as printed, with its template and defaults applied, for exporters that write metadata. A
 * field that the document does not have is an empty string, list or optional.
 */
public interface DocumentFields {

    DocumentType type();

    /** Returns the name of the type, such as <code>Kế hoạch</code> or <code>Công văn</code>. */
    String typeName();

    /** Returns the number with the digits that the layout profile requires; empty if none is given yet. */
    String number();

    /** Returns the symbol after the number, with the leading separator, such as <code>/KH-UBND</code>. */
    String symbol();

    /** Returns the date of issue. Its day or month may be open. */
    Optional<PartialDate> date();

    /** Returns the place of issue, such as <code>Quảng Ngãi</code>. */
    String placeName();

    /** Returns the full name of the issuing agency on the date of issue. */
    String agencyName();

    /** Returns the province whose rules apply. */
    Optional<Province> province();

    /** Returns the lines of the subject. */
    List<List<Span>> subject();

    /** Returns the names of the addressees (<i>kính gửi</i>). */
    List<String> addressees();

    /** Returns the names of the recipients (<i>nơi nhận</i>), those of groups included. */
    List<String> recipients();

    /** Returns the signatories from left to right. */
    List<Signatory> signatories();

    Optional<Urgency> urgency();

    Optional<Secrecy> secrecy();

    /** Returns the number of copies of the archive line. */
    Optional<Integer> copies();

    /**
     * A signatory.
     *
     * @param position position, such as <code>Phó Giám đốc</code>; may be empty
     * @param name full name; may be empty
     */
    record Signatory(String position, String name) {}
}
