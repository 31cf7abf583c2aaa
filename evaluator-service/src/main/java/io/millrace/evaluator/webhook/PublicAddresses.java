package io.millrace.evaluator.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses on the public internet and to no others. The connection is made to what was resolved here, so that a
 * name cannot mean one address when it is looked at and another when it is used.
 */
final class PublicAddresses implements DnsResolver {

    private final DnsResolver resolver;

    PublicAddresses(DnsResolver resolver) {
        this.resolver = resolver;
    }

    /** @throws RefusedAddressException if any address of the name is not public */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                throw new RefusedAddressException();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether an address is on the public internet, by the special-purpose registries of IANA. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 ->
                !(second == 168 || (second == 0 && (third == 0 || third == 2)) || (second == 88 && third == 99));
            case 198 -> !(second == 18 || second == 19 || (second == 51 && third == 100));
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    /** Global unicast, without the parts that are for documents or that lead to an address of the older kind. */
    private static boolean isPublic6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        return switch (first) {
            case 0x2002, 0x3fff -> false;
            case 0x2001 -> second >= 0x200 && second != 0xdb8;
            default -> first >= 0x2000 && first < 0x4000;
        };
    }

    /** A name that means an address which events must not be told to. */
    static final class RefusedAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1;

        RefusedAddressException() {
            super("the endpoint is on this machine or in a private network");
        }
    }
}
