/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

/** Values of attributes. */
final class XmlValues {

    private XmlValues() {}

    /** Returns whether a value is true; null is false. */
    static boolean isTrue(String value) {
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }

    /** Returns the value of a switch such as <code>&lt;b/&gt;</code>, which is on if it has no value. */
    static boolean isOn(String value) {
        return value == null || isTrue(value);
    }

    /** Returns a whole number of at most nine digits, or a default value if the text is not such a number. */
    static int number(String value, int otherwise) {
        if (value == null || value.isEmpty() || value.length() > 9) {
            return otherwise;
        }
        var number = 0;
        for (int i = 0; i < value.length(); i++) {
            var digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Returns a decimal number, or a default value if the text is not a number. */
    static double decimal(String value, double otherwise) {
        try {
            return value == null || value.length() > 30 ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
