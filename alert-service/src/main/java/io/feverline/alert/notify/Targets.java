package io.feverline.alert.notify;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What a channel's target may be, so that nobody makes this service call on its neighbours. */
public final class Targets {
    private static final int LONGEST_URL = 2_000;

    /** One address without a display name; RFC 5321 allows 254 characters. */
    private static final Pattern MAIL =
            Pattern.compile("(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private Targets() {}

    /** Whether it is one mail address. */
    public static boolean isMailAddress(String target) {
        return MAIL.matcher(target).matches();
    }

    /**
     * Whether it is the URL of a receiver, without credentials or a fragment.
     *
     * @param insecure whether it may be http
     */
    public static boolean isUrl(String target, boolean insecure) {
        if (target.length() > LONGEST_URL) {
            return false;
        }
        try {
            URI url = new URI(target);
            boolean secure = "https".equalsIgnoreCase(url.getScheme());
            return (secure || (insecure && "http".equalsIgnoreCase(url.getScheme())))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null
                    && url.getPort() != 0
                    && url.getPort() <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether an address is one of the internet's, by the registries of special addresses (RFC 6890). */
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF);
        }
        // 2000::/3 is what is given out; of it 2002::/16 and 64:ff9b::/96 would lead to an IPv4 address of anybody's
        // choice.
        return address instanceof Inet6Address
                && (bytes[0] & 0xE0) == 0x20
                && !(bytes[0] == 0x20 && bytes[1] == 0x02)
                && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0);
    }

    private static boolean isPublic4(int first, int second, int third) {
        return first != 0
                && first < 240
                && !(first == 100 && (second & 0xC0) == 64) // shared by a provider's customers, RFC 6598
                && !(first == 192 && second == 0 && third == 0)
                && !(first == 198 && (second & 0xFE) == 18); // benchmarks, RFC 2544
    }
}
