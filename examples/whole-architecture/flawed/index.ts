import "./alarms";
import "./api";
import "./release";
import { config } from "./settings";
import "./site";
import "./web";

export const counter = `https://counter.${config.require("domainName")}`;
export const help = `https://help.${config.require("domainName")}`;
