<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0">
 <NamedLayer>
  <se:Name>unsupplied</se:Name>
  <UserStyle>
   <se:Name>unsupplied</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>批而未供</se:Name>
     <se:Description>
      <se:Title>批而未供</se:Title>
     </se:Description>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#fd8d3c</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.75</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#d95f02</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
