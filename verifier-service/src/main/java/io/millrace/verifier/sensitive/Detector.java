package io.millrace.verifier.sensitive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds values of one kind: by their shape, and then by what only real ones have.
 *
 * @param kind what it finds
 * @param hint a character without which there is none, so that most texts are not searched
 * @param real whether a text of this shape is such a value
 * @param example whether it is reserved for examples
 */
record Detector(Kind kind, Predicate<String> hint, Shape shape, Predicate<String> real, Predicate<String> example) {

    static final String VERSION = "2";

    private static final int MAX_LOOKS = 2_000;
    private static final int LONG = 100;

    private static final Set<String> TEST_CARDS = Set.of(
            "4111111111111111",
            "4242424242424242",
            "4012888888881881",
            "4000056655665556",
            "5555555555554444",
            "5105105105105100",
            "5200828282828210",
            "2223003122003222",
            "378282246310005",
            "371449635398431",
            "6011111111111117",
            "6011000990139424",
            "30569309025904",
            "38520000023237",
            "3530111333300000",
            "3566002020360505");
    private static final Set<String> EXAMPLE_IBANS = Set.of(
            "DE89370400440532013000",
            "GB29NWBK60161331926819",
            "GB82WEST12345698765432",
            "GB33BUKB20201555555555",
            "FR1420041010050500013M02606",
            "NL91ABNA0417164300",
            "CH9300762011623852957",
            "ES9121000418450200051332",
            "AT611904300234573201",
            "BE68539007547034",
            "IT60X0542811101000000123456");
    private static final Set<String> EXAMPLE_NUMBERS = Set.of("078-05-1120", "219-09-9999");

    static final List<Detector> ALL = List.of(
            new Detector(
                    Kind.CARD_NUMBER,
                    Detector::anyDigit,
                    // A counted group would be slower than its copies.
                    Shape.of("[2-6](?<![0-9A-Za-z.,].)" + "[ -]?+[0-9]".repeat(12)
                            + "(?:[ -]?+[0-9]){0,6}(?![0-9A-Za-z])"),
                    text -> card(digits(text)),
                    text -> TEST_CARDS.contains(digits(text))),
            new Detector(
                    Kind.IBAN,
                    Detector::anyDigit,
                    Shape.of("[A-Z](?<![0-9A-Za-z].)[A-Z][0-9]{2}(?: ?[0-9A-Z]){11,30}(?![0-9A-Za-z])"),
                    text -> CheckDigits.iban(text.replace(" ", "")),
                    text -> EXAMPLE_IBANS.contains(text.replace(" ", ""))),
            new Detector(
                    Kind.EMAIL,
                    text -> text.indexOf('@') >= 0,
                    Shape.mailFrom("@(?:[A-Za-z0-9-]{1,63}+\\.){1,8}[A-Za-z]{2,24}"),
                    text -> !text.contains(".."),
                    Detector::exampleDomain),
            new Detector(
                    Kind.PHONE,
                    Detector::anyDigit,
                    Shape.of("(?=[+(2-9])(?<![0-9A-Za-z+])"
                            + "(?:\\+[1-9](?:[ ().-]{0,2}[0-9]){7,14}|\\(?[2-9][0-9]{2}\\)?[ .-][2-9][0-9]{2}[ .-][0-9]{4})"
                            + "(?![0-9A-Za-z])"),
                    text -> digits(text).chars().distinct().count() > 2,
                    text -> examplePhone(digits(text))),
            new Detector(
                    Kind.US_SOCIAL_SECURITY_NUMBER,
                    Detector::anyDigit,
                    Shape.of("[0-9](?<![0-9A-Za-z-].)[0-9]{2}-[0-9]{2}-[0-9]{4}(?![0-9A-Za-z-])"),
                    Detector::assigned,
                    EXAMPLE_NUMBERS::contains),
            new Detector(
                    Kind.API_KEY,
                    Detector::anyDigit,
                    Shape.of("(?=[srgxAhnS])(?<![0-9A-Za-z])(?:"
                            + "sk-(?:ant-|proj-)?[A-Za-z0-9_-]{20,200}|[rs]k_live_[A-Za-z0-9]{16,100}|gh[opusr]_[A-Za-z0-9]{36,100}"
                            + "|github_pat_[A-Za-z0-9_]{40,100}|glpat-[A-Za-z0-9_-]{20,50}|xox[abprs]-[A-Za-z0-9-]{20,200}"
                            + "|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[A-Za-z0-9_-]{35}|hf_[A-Za-z0-9]{30,50}|npm_[A-Za-z0-9]{36}"
                            + "|SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}"
                            + ")(?![0-9A-Za-z])"),
                    Detector::random,
                    text -> text.contains("EXAMPLE")),
            new Detector(
                    Kind.API_KEY,
                    Detector::anyDigit,
                    Shape.tokenFrom("\\.eyJ[A-Za-z0-9_-]{10,1000}+\\.[A-Za-z0-9_-]{20,1000}(?![0-9A-Za-z])"),
                    Detector::random,
                    text -> text.contains("EXAMPLE")),
            new Detector(
                    Kind.PRIVATE_KEY,
                    text -> text.contains("-----BEGIN"),
                    Shape.of(
                            "-----BEGIN (?:[A-Z]{2,20} ){0,2}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=:,. \\r\\n-]{40,1000}"),
                    text -> random(text.substring(text.indexOf("-----", 5) + 5)),
                    text -> false));

    /** Where such values begin; empty where too much has their shape to look at all of it. */
    Optional<List<Integer>> in(String text, boolean allowExamples) {
        List<Integer> found = new ArrayList<>();
        if (!hint.test(text)) {
            return Optional.of(found);
        }
        int looks = 0;
        Optional<Shape.Span> span = shape.first(text, 0);
        while (span.isPresent()) {
            if (looks > MAX_LOOKS) {
                return Optional.empty();
            }
            int start = span.get().start();
            String value = text.substring(start, span.get().end());
            boolean counts = real.test(value) && !(allowExamples && example.test(value));
            if (counts) {
                found.add(start);
            }
            // A long value that is none takes long to look at, and may be looked at again from its next part on.
            looks += counts ? 1 : 1 + value.length() / LONG;
            span = shape.first(text, counts ? span.get().end() : start + skip(value));
        }
        return Optional.of(found);
    }

    /** A value that is none may hide one behind its first part, which ends where the next group of signs begins. */
    private static int skip(String value) {
        for (int i = 1; i < value.length(); i++) {
            if (" -.(".indexOf(value.charAt(i)) >= 0) {
                return i;
            }
        }
        return value.length();
    }

    private static boolean random(String text) {
        return Entropy.bitsPerSign(text) >= Entropy.MIN_OF_A_KEY;
    }

    private static boolean anyDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static String digits(String text) {
        return text.chars()
                .filter(c -> c >= '0' && c <= '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean card(String digits) {
        return digits.length() >= 13
                && digits.length() <= 19
                && digits.chars().distinct().count() > 1
                && CheckDigits.luhn(digits);
    }

    private static boolean exampleDomain(String address) {
        String domain = "." + address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return List.of(".example.com", ".example.org", ".example.net", ".example", ".test", ".invalid", ".localhost")
                .stream()
                .anyMatch(domain::endsWith);
    }

    /** The numbers that North America and Britain keep for stories. */
    private static boolean examplePhone(String digits) {
        String local = digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
        return (local.length() == 10 && local.startsWith("55501", 3))
                || digits.startsWith("447700900")
                || digits.startsWith("442079460");
    }

    private static boolean assigned(String number) {
        int area = Integer.parseInt(number.substring(0, 3));
        return area > 0 && area != 666 && area < 900 && !number.startsWith("00", 4) && !number.endsWith("0000");
    }
}
