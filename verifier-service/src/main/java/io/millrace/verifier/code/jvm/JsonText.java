package io.millrace.verifier.code.jvm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of arguments, which the service wrote: Boolean, BigInteger, Double, String, List and Map. A library for it
 * would take longer to load than most programs run.
 */
final class JsonText {

    private final String text;
    private int at;

    JsonText(String text) {
        this.text = text;
    }

    @Nullable
    Object value() {
        char first = text.charAt(at);
        if (first == '[') {
            return list();
        }
        if (first == '{') {
            return map();
        }
        if (first == '"') {
            return string();
        }
        String word = word();
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> number(word);
        };
    }

    private static Object number(String word) {
        boolean whole = word.indexOf('.') < 0 && word.indexOf('e') < 0 && word.indexOf('E') < 0;
        return whole ? (Object) new BigInteger(word) : (Object) Double.valueOf(word);
    }

    private String word() {
        int start = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        while (text.charAt(at) != ']') {
            items.add(value());
            skipComma();
        }
        at++;
        return items;
    }

    private Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        at++;
        while (text.charAt(at) != '}') {
            String name = string();
            // The colon.
            at++;
            fields.put(name, value());
            skipComma();
        }
        at++;
        return fields;
    }

    private void skipComma() {
        if (text.charAt(at) == ',') {
            at++;
        }
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        at++;
        for (char next = text.charAt(at); next != '"'; next = text.charAt(at)) {
            at++;
            read.append(next == '\\' ? escaped() : next);
        }
        at++;
        return read.toString();
    }

    private char escaped() {
        char escape = text.charAt(at);
        at++;
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> escape;
        };
    }
}
