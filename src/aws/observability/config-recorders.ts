export const RECORDER = "aws:cfg/recorder:Recorder";
export const DELIVERY_CHANNEL = "aws:cfg/deliveryChannel:DeliveryChannel";
export const RECORDER_STATUS = "aws:cfg/recorderStatus:RecorderStatus";
export const CONFIG_RULE = "aws:cfg/rule:Rule";
