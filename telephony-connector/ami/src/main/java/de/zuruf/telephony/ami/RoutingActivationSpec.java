package de.zuruf.telephony.ami;

import static de.zuruf.telephony.ami.SettingChecks.blank;
import static de.zuruf.telephony.ami.SettingChecks.within;

import de.zuruf.telephony.RoutingListener;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a telephone system's dialplan may ask (FastAGI), as configured in server.xml.
 *
 * <table>
 * <caption>Properties</caption>
 * <tr><th>Name</th><th>Meaning</th><th>Values</th><th>Default</th></tr>
 * <tr><td>pbx</td><td>our name for it, the same as for its calls</td><td>1 to 32 characters</td><td>asterisk</td></tr>
 * <tr><td>host</td><td>name or address at which to listen</td><td></td><td>localhost</td></tr>
 * <tr><td>port</td><td>TCP port at which to listen; Asterisk asks at 4573 if not told otherwise</td><td>0 to 65535; 0: do not
 * listen</td><td>0</td></tr>
 * <tr><td>clients</td><td>who may ask; all others are hung up on at once</td><td>addresses (no names), comma separated</td>
 * <td>127.0.0.1,::1</td></tr>
 * <tr><td>answerMillis</td><td>from the connection on; what is not answered by then is hung up, and the dialplan goes on</td>
 * <td>50 to 5000 ms</td><td>400</td></tr>
 * <tr><td>concurrent</td><td>questions that may be worked on at the same time; the next ones are hung up on at once</td>
 * <td>1 to 200</td><td>20</td></tr>
 * </table>
 */
@Activation(messageListeners = RoutingListener.class)
public class RoutingActivationSpec implements ActivationSpec {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private ResourceAdapter resourceAdapter;

    @ConfigProperty(defaultValue = "asterisk", description = "Our name for the telephone system")
    private String pbx = "asterisk";

    @ConfigProperty(defaultValue = "localhost", description = "Name or address at which to listen")
    private String host = "localhost";

    @ConfigProperty(defaultValue = "0", description = "TCP port at which to listen; 0: do not listen")
    private Integer port = 0;

    @ConfigProperty(defaultValue = "127.0.0.1,::1", description = "Addresses that may ask, comma separated")
    private String clients = "127.0.0.1,::1";

    @ConfigProperty(defaultValue = "400", description = "Limit for an answer, milliseconds")
    private Integer answerMillis = 400;

    @ConfigProperty(defaultValue = "20", description = "Questions that may be worked on at the same time")
    private Integer concurrent = 20;

    @Override
    public void validate() throws InvalidPropertyException {
        new SettingChecks(RoutingActivationSpec.class)
                .require("pbx", !blank(pbx) && pbx.length() <= 32)
                .require("host", !blank(host))
                .require("port", within(port, 0, 65_535))
                .require("clients", clientAddresses() != null)
                .require("answerMillis", within(answerMillis, 50, 5_000))
                .require("concurrent", within(concurrent, 1, 200))
                .done();
    }

    /** {@return who may ask; null when something in the list is no address} */
    Set<InetAddress> clientAddresses() {
        if (clients == null) {
            return null;
        }
        Set<InetAddress> addresses = new LinkedHashSet<>();
        for (String text : Arrays.stream(clients.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList()) {
            try {
                if (!ADDRESS.matcher(text).matches()) {
                    return null;
                }
                // Nobody is asked: the pattern lets no name pass.
                addresses.add(InetAddress.getByName(text));
            } catch (UnknownHostException e) {
                return null;
            }
        }
        return addresses;
    }

    /** {@return our name for the telephone system} */
    public String getPbx() {
        return pbx;
    }

    /**
     * @param pbx our name for the telephone system; see the class's table
     */
    public void setPbx(String pbx) {
        this.pbx = pbx;
    }

    /** {@return name or address at which to listen} */
    public String getHost() {
        return host;
    }

    /**
     * @param host name or address at which to listen; see the class's table
     */
    public void setHost(String host) {
        this.host = host;
    }

    /** {@return TCP port at which to listen; 0 for not at all} */
    public Integer getPort() {
        return port;
    }

    /**
     * @param port TCP port at which to listen; see the class's table
     */
    public void setPort(Integer port) {
        this.port = port;
    }

    /** {@return addresses that may ask, comma separated} */
    public String getClients() {
        return clients;
    }

    /**
     * @param clients addresses that may ask; see the class's table
     */
    public void setClients(String clients) {
        this.clients = clients;
    }

    /** {@return limit for an answer, in milliseconds} */
    public Integer getAnswerMillis() {
        return answerMillis;
    }

    /**
     * @param answerMillis limit for an answer, in milliseconds; see the class's table
     */
    public void setAnswerMillis(Integer answerMillis) {
        this.answerMillis = answerMillis;
    }

    /** {@return how many questions may be worked on at the same time} */
    public Integer getConcurrent() {
        return concurrent;
    }

    /**
     * @param concurrent how many questions may be worked on at the same time; see the class's table
     */
    public void setConcurrent(Integer concurrent) {
        this.concurrent = concurrent;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter resourceAdapter) {
        this.resourceAdapter = resourceAdapter;
    }

    @Override
    public String toString() {
        return "RoutingActivationSpec[" + pbx + " asks at " + host + ":" + port + "]";
    }
}
