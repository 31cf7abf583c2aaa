package io.millrace.verifier.code.jvm;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns an argument as the tests write it into what a parameter takes; nothing is rounded or cut. */
final class Argument {

    private Argument() {}

    /**
     * The argument.
     *
     * @throws IllegalArgumentException if the parameter does not take it
     */
    static @Nullable Object of(@Nullable Object value, Type type) throws ReflectiveOperationException {
        Class<?> kind = raw(type);
        if (value == null) {
            if (kind.isPrimitive()) {
                throw refused(type);
            }
            return null;
        }
        Object plain = untagged(value);
        if (plain instanceof List<?> items) {
            return kind.isArray() ? array(items, kind.getComponentType()) : collection(items, kind, type);
        }
        if (plain instanceof Tagged tagged) {
            return tagged.isSet() ? set(tagged.items(), kind, type) : map(tagged.items(), kind, type);
        }
        return scalar(plain, kind);
    }

    private record Tagged(boolean isSet, List<?> items) {}

    /** A list, a scalar, or what a tag makes of it; an object without a tag is a map of its entries. */
    private static Object untagged(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Object content = map.size() == 1 ? map.values().iterator().next() : null;
        Object tag = map.size() == 1 ? map.keySet().iterator().next() : "";
        if (content instanceof String text) {
            if (tag.equals("$number")) {
                return Double.valueOf(text);
            }
            if (tag.equals("$char")) {
                return Character.valueOf(text.charAt(0));
            }
        }
        if (content instanceof List<?> items && (tag.equals("$set") || tag.equals("$map") || tag.equals("$object"))) {
            return new Tagged(tag.equals("$set"), items);
        }
        List<List<?>> entries = new ArrayList<>();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            List<@Nullable Object> entry = new ArrayList<>();
            entry.add(each.getKey());
            entry.add(each.getValue());
            entries.add(entry);
        }
        return new Tagged(false, entries);
    }

    private static Object array(List<?> items, Class<?> component) throws ReflectiveOperationException {
        Object array = Array.newInstance(component, items.size());
        for (int at = 0; at < items.size(); at++) {
            Array.set(array, at, of(items.get(at), component));
        }
        return array;
    }

    private static Object collection(List<?> items, Class<?> kind, Type type) throws ReflectiveOperationException {
        Collection<@Nullable Object> made;
        if (kind.isAssignableFrom(ArrayList.class)) {
            made = new ArrayList<>();
        } else if (kind.isAssignableFrom(ArrayDeque.class) && Queue.class.isAssignableFrom(kind)) {
            made = new ArrayDeque<>();
        } else {
            made = own(kind, Collection.class, type);
        }
        return filled(made, items, type);
    }

    private static Object set(List<?> items, Class<?> kind, Type type) throws ReflectiveOperationException {
        Set<@Nullable Object> made =
                kind.isAssignableFrom(LinkedHashSet.class) ? new LinkedHashSet<>() : own(kind, Set.class, type);
        return filled(made, items, type);
    }

    private static Object filled(Collection<@Nullable Object> made, List<?> items, Type type)
            throws ReflectiveOperationException {
        Type inner = inner(type, 0);
        for (Object item : items) {
            made.add(of(item, inner));
        }
        return made;
    }

    private static Object map(List<?> entries, Class<?> kind, Type type) throws ReflectiveOperationException {
        Map<@Nullable Object, @Nullable Object> made =
                kind.isAssignableFrom(LinkedHashMap.class) ? new LinkedHashMap<>() : own(kind, Map.class, type);
        for (Object each : entries) {
            List<?> entry = (List<?>) each;
            made.put(of(entry.get(0), inner(type, 0)), of(entry.get(1), inner(type, 1)));
        }
        return made;
    }

    /** An empty collection of a class of the platform. */
    @SuppressWarnings("unchecked")
    private static <T> T own(Class<?> kind, Class<? super T> wanted, Type type) throws ReflectiveOperationException {
        if (kind.isInterface() || kind.getClassLoader() != null || !wanted.isAssignableFrom(kind)) {
            throw refused(type);
        }
        return (T) kind.getConstructor().newInstance();
    }

    private static Object scalar(Object plain, Class<?> kind) {
        if (plain instanceof BigInteger whole) {
            return whole(whole, kind);
        }
        if (plain instanceof Double real) {
            return real(real, kind);
        }
        if (plain instanceof String text && text.length() == 1 && (kind == char.class || kind == Character.class)) {
            return text.charAt(0);
        }
        boolean primitive = (plain instanceof Boolean && kind == boolean.class)
                || (plain instanceof Character && kind == char.class);
        if (primitive || kind.isInstance(plain)) {
            return plain;
        }
        throw refused(kind);
    }

    private static Object whole(BigInteger whole, Class<?> kind) {
        if (kind == int.class || kind == Integer.class) {
            return whole.intValueExact();
        }
        if (kind == long.class || kind == Long.class) {
            return whole.longValueExact();
        }
        if (kind == short.class || kind == Short.class) {
            return whole.shortValueExact();
        }
        if (kind == byte.class || kind == Byte.class) {
            return whole.byteValueExact();
        }
        if (kind == BigInteger.class) {
            return whole;
        }
        if (kind.isAssignableFrom(Integer.class) && whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return kind.isAssignableFrom(Long.class) ? (Object) whole.longValueExact() : real(exact(whole), kind);
    }

    private static Double exact(BigInteger whole) {
        double value = whole.doubleValue();
        if (Double.isInfinite(value) || new BigDecimal(value).compareTo(new BigDecimal(whole)) != 0) {
            throw refused(double.class);
        }
        return value;
    }

    private static Object real(Double real, Class<?> kind) {
        if (kind == double.class || kind.isAssignableFrom(Double.class)) {
            return real;
        }
        if (kind == float.class || kind == Float.class) {
            return real.floatValue();
        }
        throw refused(kind);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> kind) {
            return kind;
        }
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : Object.class;
    }

    private static Type inner(Type type, int number) {
        if (type instanceof ParameterizedType generic && number < generic.getActualTypeArguments().length) {
            return generic.getActualTypeArguments()[number];
        }
        return Object.class;
    }

    private static IllegalArgumentException refused(Type type) {
        return new IllegalArgumentException("an argument does not fit ".concat(type.getTypeName()));
    }
}
