/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.model.BieumauFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Ủy ban nhân dân xã Tân Lập, UBND xã Tân Lập, UBND XÃ TÂN LẬP, ỦY BAN NHÂN DÂN XÃ TÂN LẬP",
        "Ủy ban nhân dân tỉnh Quảng Ngãi, UBND TỈNH QUẢNG NGÃI, UBND TỈNH QUẢNG NGÃI, ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI",
        "Hội đồng nhân dân thành phố Huế, HĐND TP. Huế, HĐND TP. HUẾ, HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HUẾ",
        "Sở Tài chính tỉnh Quảng Ngãi, Sở Tài chính, SỞ TÀI CHÍNH, SỞ TÀI CHÍNH",
        "Trường THPT Trần Quốc Tuấn, Trường THPT Trần Quốc Tuấn, TRƯỜNG THPT TRẦN QUỐC TUẤN, TRƯỜNG THPT TRẦN QUỐC TUẤN",
        "Văn phòng Ủy ban, , VĂN PHÒNG ỦY BAN, VĂN PHÒNG ỦY BAN"
    })
    void ownDocumentsHaveTheFullName(String title, String heading, String above, String issuer) {
        var agency = BieumauFactory.eINSTANCE.createAgency();
        agency.setTitle(title);
        agency.setHeadingName(heading);
        var names = AgencyNames.at(agency, null);
        assertEquals(above, names.heading());
        assertEquals(issuer, names.issuer());
    }
}
