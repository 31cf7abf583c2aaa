package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.space.Choices;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Divisors, primes, bases, powers and congruences, each with one whole number as its answer. */
public final class NumberTheory {

    private static final List<Integer> BASES = List.of(3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16);
    private static final List<int[]> COPRIME = coprimePairs(2, 60);
    private static final List<int[]> MODULI = coprimePairs(5, 60);
    /** Where the systems of each pair of moduli begin, among those of all pairs. */
    private static final int[] SYSTEMS = systems();

    private NumberTheory() {}

    public static Family family() {
        return new Family(
                "number-theory",
                1,
                List.of(
                        List.of(NumberTheory::greatestDivisor, NumberTheory::baseTen),
                        List.of(NumberTheory::leastMultiple, power(60, 199)),
                        List.of(NumberTheory::largestPrime, NumberTheory::divisorCount, NumberTheory::nextPrime),
                        List.of(NumberTheory::congruences, power(300, 999))));
    }

    private static Item greatestDivisor(Choices choices, Choices chance) {
        int[] pair = choices.of(COPRIME);
        long common = choices.between(6, 600);
        long first = common * pair[0];
        long second = common * pair[1];
        List<String> steps = euclid(first, second);
        String prompt = "What is the greatest common divisor of %d and %d?".formatted(first, second);
        long proof = BigInteger.valueOf(first).gcd(BigInteger.valueOf(second)).longValueExact();
        return Item.number(
                prompt, steps, common, proof, common * pair[0] * pair[1], first % second, second % first, common / 2);
    }

    private static Item leastMultiple(Choices choices, Choices chance) {
        int[] pair = choices.of(COPRIME);
        long common = choices.between(3, 300);
        long first = common * pair[0];
        long second = common * pair[1];
        long multiple = common * pair[0] * pair[1];
        List<String> steps = euclid(first, second);
        steps.add("The greatest common divisor is %d".formatted(common));
        steps.add("%d * %d / %d = %d".formatted(first, second, common, multiple));
        String prompt = "What is the least common multiple of %d and %d?".formatted(first, second);
        long proof = LongStream.rangeClosed(1, second)
                .map(times -> times * first)
                .filter(candidate -> candidate % second == 0)
                .findFirst()
                .orElseThrow();
        return Item.number(prompt, steps, multiple, proof, first * second, common, multiple / 2);
    }

    private static Item baseTen(Choices choices, Choices chance) {
        int base = choices.of(BASES);
        int number = choices.between(300, 60_000);
        String digits = Integer.toString(number, base).toUpperCase(Locale.ROOT);
        List<String> steps = new ArrayList<>();
        long value = Character.digit(digits.charAt(0), base);
        long slipped = value;
        for (int position = 1; position < digits.length(); position++) {
            int digit = Character.digit(digits.charAt(position), base);
            steps.add("%d * %d + %d = %d".formatted(value, base, digit, value * base + digit));
            value = value * base + digit;
            slipped = slipped * base + (position == 1 ? 0 : digit);
        }
        String prompt = "Write the base-%d number %s in base ten.".formatted(base, digits);
        long reversed = Long.parseLong(new StringBuilder(digits).reverse().toString(), base);
        return Item.number(prompt, steps, value, number, slipped, reversed, value / base, value - base);
    }

    private static Template power(int maxExponent, int maxModulus) {
        return (choices, chance) -> {
            int base = choices.between(2, 99);
            int exponent = choices.between(5, maxExponent);
            int modulus = choices.between(11, maxModulus);
            List<String> steps = new ArrayList<>();
            long power = powerOf(base, exponent, modulus, steps);
            String prompt = "What is the remainder of %d^%d on division by %d?".formatted(base, exponent, modulus);
            long proof = BigInteger.valueOf(base)
                    .modPow(BigInteger.valueOf(exponent), BigInteger.valueOf(modulus))
                    .longValueExact();
            long oneLess = powerOf(base, exponent - 1, modulus, new ArrayList<>());
            long oneMore = power * base % modulus;
            return Item.number(
                    prompt, steps, power, proof, oneLess, oneMore, (long) base * exponent % modulus, power + modulus);
        };
    }

    private static Item largestPrime(Choices choices, Choices chance) {
        int number = choices.between(1_000, 999_999);
        List<Integer> factors = factors(number);
        int largest = factors.getLast();
        String prompt = "What is the largest prime factor of %d?".formatted(number);
        boolean proven = factors.stream()
                        .allMatch(factor -> BigInteger.valueOf(factor).isProbablePrime(30))
                && factors.stream().mapToLong(factor -> factor).reduce(1, (left, right) -> left * right) == number;
        long proof = proven ? Collections.max(factors) : 0;
        return Item.number(
                prompt, List.of(factored(number, factors)), largest, proof, number, factors.getFirst(), factors.size());
    }

    private static Item divisorCount(Choices choices, Choices chance) {
        int number = choices.between(1_000, 999_999);
        List<Integer> factors = factors(number);
        List<Integer> exponents = factors.stream()
                .distinct()
                .map(factor -> Collections.frequency(factors, factor))
                .toList();
        long count = exponents.stream().mapToLong(exponent -> exponent + 1).reduce(1, (left, right) -> left * right);
        String product = exponents.stream()
                .map(exponent -> "(%d + 1)".formatted(exponent))
                .collect(Collectors.joining(" * "));
        List<String> steps = List.of(factored(number, factors), "%s = %d".formatted(product, count));
        String prompt = "How many positive divisors does %d have?".formatted(number);
        long proof = LongStream.iterate(1, low -> low * low <= number, low -> low + 1)
                .filter(low -> number % low == 0)
                .map(low -> low * low == number ? 1 : 2)
                .sum();
        return Item.number(prompt, steps, count, proof, count - 1, factors.size(), exponents.size(), count - 2);
    }

    private static Item nextPrime(Choices choices, Choices chance) {
        int number = choices.between(1_000, 999_999);
        List<String> steps = new ArrayList<>();
        int candidate = number + 1;
        while (factors(candidate).size() > 1) {
            steps.add("%d is divisible by %d"
                    .formatted(candidate, factors(candidate).getFirst()));
            candidate++;
        }
        steps.add("%d has no divisor from 2 to %d".formatted(candidate, (int) Math.sqrt(candidate)));
        int first = IntStream.iterate(number + 1, next -> next + 1)
                .filter(next -> factors(next).getFirst() > 7)
                .findFirst()
                .orElseThrow();
        String prompt = "What is the smallest prime number greater than %d?".formatted(number);
        long proof = BigInteger.valueOf(number).nextProbablePrime().longValueExact();
        return Item.number(prompt, steps, candidate, proof, first, number + 1, candidate + 2);
    }

    private static Item congruences(Choices choices, Choices chance) {
        int system = choices.below(SYSTEMS[SYSTEMS.length - 1]);
        int found = Arrays.binarySearch(SYSTEMS, system);
        int pair = found >= 0 ? found : -found - 2;
        int hidden = system - SYSTEMS[pair];
        long first = MODULI.get(pair)[0];
        long second = MODULI.get(pair)[1];
        long left = hidden % first;
        long right = hidden % second;
        long inverse =
                BigInteger.valueOf(first).modInverse(BigInteger.valueOf(second)).longValueExact();
        long times = Math.floorMod(inverse * (right - left), second);
        List<String> steps = List.of(
                "The number is %d + %d * k for some k".formatted(left, first),
                "So %d * k leaves %d on division by %d".formatted(first, Math.floorMod(right - left, second), second),
                "The inverse of %d modulo %d is %d".formatted(first, second, inverse),
                "So k = %d".formatted(times),
                "%d + %d * %d = %d".formatted(left, first, times, left + first * times));
        String prompt = ("What is the smallest whole number from 0 on that leaves remainder %d on division by %d "
                        + "and remainder %d on division by %d?")
                .formatted(left, first, right, second);
        long withoutInverse = left + first * Math.floorMod(right - left, second);
        return Item.number(
                prompt, steps, left + first * times, hidden, withoutInverse, hidden + first * second, hidden + first);
    }

    private static List<String> euclid(long first, long second) {
        List<String> steps = new ArrayList<>();
        long high = Math.max(first, second);
        long low = Math.min(first, second);
        while (low != 0) {
            steps.add("%d = %d * %d + %d".formatted(high, high / low, low, high % low));
            long rest = high % low;
            high = low;
            low = rest;
        }
        return steps;
    }

    private static long powerOf(long base, int exponent, long modulus, List<String> steps) {
        long power = 1;
        for (int bit = Integer.highestOneBit(exponent); bit > 0; bit >>= 1) {
            power = power * power % modulus * ((exponent & bit) == 0 ? 1 : base) % modulus;
            steps.add("%d^%d leaves %d".formatted(base, exponent / bit, power));
        }
        return power;
    }

    /** The prime factors, the smallest first. */
    private static List<Integer> factors(int number) {
        List<Integer> factors = new ArrayList<>();
        int rest = number;
        for (int factor = 2; factor * factor <= rest; factor++) {
            while (rest % factor == 0) {
                factors.add(factor);
                rest /= factor;
            }
        }
        if (rest > 1) {
            factors.add(rest);
        }
        return factors;
    }

    private static String factored(int number, List<Integer> factors) {
        return number + " = " + factors.stream().map(String::valueOf).collect(Collectors.joining(" * "));
    }

    private static List<int[]> coprimePairs(int least, int most) {
        List<int[]> pairs = new ArrayList<>();
        for (int second = least; second <= most; second++) {
            for (int first = least; first < second; first++) {
                if (BigInteger.valueOf(first).gcd(BigInteger.valueOf(second)).equals(BigInteger.ONE)) {
                    pairs.add(new int[] {first, second});
                }
            }
        }
        return pairs;
    }

    private static int[] systems() {
        int[] starts = new int[MODULI.size() + 1];
        for (int pair = 0; pair < MODULI.size(); pair++) {
            starts[pair + 1] = starts[pair] + MODULI.get(pair)[0] * MODULI.get(pair)[1];
        }
        return starts;
    }
}
